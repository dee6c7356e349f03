import type { ComponentChildren } from 'preact';
import { page, userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { AboutRoom } from '../../../components/options/about-room';
import {
  BackupRoom,
  type BackupState,
  type RestoreState,
} from '../../../components/options/backup-room';
import { BenchmarkList } from '../../../components/options/benchmark-list';
import { HealthRoom } from '../../../components/options/health-room';
import { ListingDetail } from '../../../components/options/listing-detail';
import { PriceHistory } from '../../../components/options/price-history';
import { SettingsRoom } from '../../../components/options/settings-room';
import { WelcomeRoom } from '../../../components/options/welcome-room';
import { LEDGER_CODES } from '../../../lib/listing/ledger-codes';
import { DEFAULT_SETTINGS } from '../../../lib/settings';
import { TAOBAO_HOSTS } from '../../../lib/sites/hosts';
import type { RestorePreview } from '../../../lib/transfer/preview-restore';
import { facts, HOSTILE, NOW } from './facts';
import { faults, mount } from './mount';

const none = () => {};
const counts = (added = 0, changed = 0, newerHere = 0, same = 0) => ({
  added,
  changed,
  newerHere,
  same,
});
const preview: RestorePreview = {
  createdAtMs: NOW,
  records: {
    benchmark: counts(2, 1, 1, 3),
    'keyword-set': counts(2),
    'keyword-chunk': counts(7),
    list: counts(),
    note: counts(4),
    picture: counts(),
    verdict: counts(),
    import: counts(),
    'import-part': counts(),
    settings: counts(0, 0, 0, 1),
    demo: counts(1),
  },
  latest: counts(40),
  observations: counts(1204, 0, 0, 88),
  changes: counts(),
};

function backup(over: { backup?: BackupState; restore?: RestoreState; readOnly?: boolean } = {}) {
  return {
    backup: { state: 'idle' } as BackupState,
    restore: { state: 'idle' } as RestoreState,
    readOnly: false,
    onSave: vi.fn(),
    onFile: vi.fn(),
    onConfirm: vi.fn(),
    onCancel: vi.fn(),
    ...over,
  };
}

test('a dry run says what would be added, replaced and left alone', async () => {
  const props = backup({ restore: { state: 'preview', preview } });
  const { root } = await mount(<BackupRoom {...props} />);
  const lines = [...root.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent),
  );
  expect(lines).toEqual([
    ['基准', '2', '1 其中 1 条本机的更新；恢复后以文件为准', '3'],
    ['关键词表', '2', '0', '0'],
    ['备注', '4', '0', '0'],
    ['设置', '0', '0', '1'],
    ['商品快照', '40', '0', '0'],
    ['价格记录', '1,204', '0', '88'],
  ]);
  expect(props.onConfirm).not.toHaveBeenCalled();
  await page.getByRole('button', { name: '确认恢复' }).click();
  expect(props.onConfirm).toHaveBeenCalledTimes(1);
  expect(await faults(root)).toEqual([]);
});

test('a restore that would change nothing cannot be confirmed', async () => {
  const same = Object.fromEntries(
    Object.keys(preview.records).map((kind) => [kind, counts(0, 0, 0, 2)]),
  );
  const nothing = {
    ...preview,
    records: same as RestorePreview['records'],
    latest: counts(),
    observations: counts(),
  };
  await mount(<BackupRoom {...backup({ restore: { state: 'preview', preview: nothing } })} />);
  expect(page.getByRole('button', { name: '确认恢复' }).element()).toHaveProperty('disabled', true);
});

test.each([
  [{ code: 'not-a-backup' }, '它不是标尺的备份文件。'],
  [{ code: 'other-product', product: '<b>x' }, '“<b>x”'],
  [{ code: 'newer-schema', schemaVersion: 9 }, '格式 9'],
  [{ code: 'truncated' }, '文件不完整'],
  [{ code: 'wrong-checksum' }, '校验码对不上'],
  [{ code: 'too-large', maxMb: 512 }, '512 MB'],
  [
    { code: 'bad-row', table: 'observations', row: 7, path: 'atMs' },
    '价格记录第 7 条不符合格式（atMs）',
  ],
] as const)(
  'a wrong file (%o) says what is wrong and that nothing changed',
  async (fault, text) => {
    const { root } = await mount(
      <BackupRoom {...backup({ restore: { state: 'wrong', fault } })} />,
    );
    const said = root.querySelector('.notice-fault')?.textContent;
    expect(said).toContain('什么都没有改');
    expect(said).toContain(text);
    expect(root.querySelector('.restore')).toBeNull();
  },
);

test('a dropped file is taken, none while a restore runs', async () => {
  const props = backup();
  const { root, again } = await mount(<BackupRoom {...props} />);
  const drop = () => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['{}'], 'a.json'));
    root
      .querySelector('.drop')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  };
  drop();
  expect(props.onFile).toHaveBeenCalledTimes(1);
  await again(<BackupRoom {...props} restore={{ state: 'restoring', share: 0.4 }} />);
  drop();
  expect(props.onFile).toHaveBeenCalledTimes(1);
  expect(root.textContent).toContain('40%');
});

const settings = {
  settings: {
    ...DEFAULT_SETTINGS,
    offHosts: ['ju.taobao.com'],
    myShops: [{ shopId: '101', sellerId: null, name: '云杉旗舰店' }],
  },
  hosts: TAOBAO_HOSTS,
  seenShops: [{ shopId: '7', sellerId: '8', name: '远岸户外专营店' }],
  demo: false,
  readOnly: false,
  failure: null,
};

test('settings are commands, one for each change', async () => {
  const onCommand = vi.fn();
  await mount(<SettingsRoom {...settings} onCommand={onCommand} />);
  await page.getByLabelText('外观').selectOptions('深色');
  await page.getByLabelText(/聚划算/).click();
  await page.getByLabelText('从看过的店铺里选').selectOptions('远岸户外专营店');
  await page.getByRole('button', { name: '移除 云杉旗舰店' }).click();
  expect(onCommand.mock.calls.map(([command]) => command)).toEqual([
    { kind: 'save-settings', patch: { theme: 'dark' } },
    { kind: 'set-site', host: 'ju.taobao.com', on: true },
    { kind: 'set-my-shop', shopId: '7', sellerId: '8', name: '远岸户外专营店', on: true },
    { kind: 'set-my-shop', shopId: '101', sellerId: null, name: '云杉旗舰店', on: false },
  ]);
});

test('a shop without an id is not added, and what was typed stays', async () => {
  const onCommand = vi.fn();
  await mount(<SettingsRoom {...settings} onCommand={onCommand} />);
  await page.getByLabelText('店铺名').fill('新店');
  await page.getByLabelText('店铺编号', { exact: true }).fill('12a');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('店铺编号和卖家编号至少填一个，都是数字')).toBeVisible();
  expect(onCommand).not.toHaveBeenCalled();
  await page.getByLabelText('店铺编号', { exact: true }).fill('１２３');
  await userEvent.keyboard('{Enter}');
  expect(onCommand).toHaveBeenCalledWith({
    kind: 'set-my-shop',
    shopId: '123',
    sellerId: null,
    name: '新店',
    on: true,
  });
});

const welcome = {
  readOnly: false,
  demo: false,
  busy: false,
  failure: null,
  savedId: null,
  describeKeywords: (text: string) => (text === '' ? null : '读出 2 词'),
};

test('the first run asks for something, then hands on exactly what was written', async () => {
  const onSave = vi.fn();
  await mount(<WelcomeRoom {...welcome} onSave={onSave} onDemo={none} onDone={none} />);
  await page.getByRole('button', { name: '保存，去打开商品' }).click();
  await expect.element(page.getByText('至少粘贴一个关键词、写一个卖点或一个价格')).toBeVisible();
  await page.getByLabelText('粘贴关键词').fill('防晒衣\n皮肤衣');
  await page.getByLabelText('写下卖点').fill('UPF50+\n\n凉感\nUPF50+');
  await page.getByLabelText('日常价').fill('159.5');
  await page.getByRole('button', { name: '保存，去打开商品' }).click();
  expect(onSave).toHaveBeenCalledWith({
    name: '新基准',
    keywords: '防晒衣\n皮肤衣',
    categoryWords: [],
    points: ['UPF50+', '凉感'],
    dailyFen: 15_950,
  });
});

test('the demo goes in and comes out by one click each', async () => {
  const onDemo = vi.fn();
  const props = { ...welcome, onSave: none, onDemo, onDone: none };
  const { again } = await mount(<WelcomeRoom {...props} />);
  await page.getByRole('button', { name: '载入演示' }).click();
  await again(<WelcomeRoom {...props} demo />);
  await page.getByRole('button', { name: '去掉演示' }).click();
  expect(onDemo.mock.calls).toEqual([[true], [false]]);
});

const rooms: [string, () => ComponentChildren][] = [
  [
    'backup',
    () => (
      <BackupRoom
        {...backup({
          backup: {
            state: 'done',
            name: 'yardstick-2026-11-22.json',
            bytes: 2_400_000,
            leftOut: 2,
          },
        })}
      />
    ),
  ],
  ['settings', () => <SettingsRoom {...settings} onCommand={none} />],
  [
    'about',
    () => (
      <AboutRoom
        version="0.1.0"
        codes={LEDGER_CODES}
        licences={[{ name: 'Preact', licence: 'MIT', holder: 'x' }]}
      />
    ),
  ],
  [
    'welcome',
    () => <WelcomeRoom {...welcome} savedId="b" demo onSave={none} onDemo={none} onDone={none} />,
  ],
  ['no benchmark', () => <BenchmarkList benchmarks={[]} readOnly={false} onAdd={none} />],
  ['no reading yet', () => <HealthRoom lines={[]} nowMs={NOW} />],
  [
    'health',
    () => (
      <HealthRoom
        lines={[
          {
            listingId: 'taobao:1',
            title: HOSTILE.title,
            atMs: NOW,
            read: 19,
            of: 21,
            missing: [{ field: 'ledger', why: 'gated' }],
          },
        ]}
        nowMs={NOW}
      />
    ),
  ],
  [
    'a detail',
    () => (
      <ListingDetail
        row={facts(1)}
        readOnly={false}
        draft={null}
        saving={false}
        failure={null}
        onDraft={none}
        onSave={none}
        onClose={none}
      >
        <PriceHistory
          observations={[]}
          ladder={[]}
          windows={[]}
          raises={[]}
          stepsOf={() => []}
          title="x"
          onPicture={() => {}}
          onOut={() => {}}
          skuName={() => null}
          nowMs={NOW}
        />
      </ListingDetail>
    ),
  ],
];
test.each(rooms)('axe finds nothing in %s, light and dark', async (_, view) => {
  const light = await mount(view(), { room: 'settings' });
  expect(await faults(light.root)).toEqual([]);
  document.documentElement.dataset['theme'] = 'dark';
  expect(await faults(light.root)).toEqual([]);
});
