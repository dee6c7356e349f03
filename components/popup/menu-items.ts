import type { Inspection } from '../../lib/inspection/inspection';
import type { Command } from '../../lib/messaging/commands';
import type { Catalog } from '../../lib/locales/catalog';
import type { MenuItem } from '../ui/menu';
import { siteName } from './unread-page';

/** What the menu's lines may do. */
export type MenuWays = {
  run: (command: Command, said: string) => void;
  reread: () => void;
  openOptions: (hash: string) => void;
};

/** The lines of the popup's menu: of this listing first, then the rooms of the options page. */
export function menuItems(
  inspection: Inspection | null,
  words: Catalog,
  disabled: boolean,
  ways: MenuWays,
): MenuItem[] {
  const { menu } = words.popup;
  const room = (id: string, label: string, hash: string): MenuItem => ({
    id,
    label,
    onChoose: () => ways.openOptions(hash),
  });
  return [
    ...(inspection === null ? [] : listingItems(inspection, words, disabled, ways)),
    { ...room('watch', menu.watchlists, '#/watch'), separated: inspection !== null },
    inspection?.choice.state === 'chosen'
      ? room(
          'benchmark',
          menu.thisBenchmark,
          `#/benchmarks/${encodeURIComponent(inspection.choice.benchmark.id)}`,
        )
      : room('benchmarks', menu.benchmarks, '#/benchmarks'),
    room('backup', menu.backup, '#/backup'),
    room('health', menu.health, '#/health'),
    room('settings', menu.settings, '#/settings'),
  ];
}

function listingItems(
  inspection: Inspection,
  words: Catalog,
  disabled: boolean,
  ways: MenuWays,
): MenuItem[] {
  const { menu, done } = words.popup;
  const { snapshot, mine } = inspection;
  const shopId = snapshot.shopId.value;
  const sellerId = snapshot.sellerId.value;
  const name = (snapshot.shopName.value ?? '').slice(0, 100);
  return [
    { id: 'reread', label: menu.reread, disabled, onChoose: ways.reread },
    {
      id: 'my-shop',
      label: menu.myShop,
      checked: mine,
      // Without an id the shop can't be known again.
      disabled: disabled || (shopId === null && sellerId === null),
      onChoose: () =>
        ways.run(
          { kind: 'set-my-shop', shopId, sellerId, name, on: !mine },
          mine ? done.notMyShop : done.myShop,
        ),
    },
    {
      id: 'off-here',
      label: menu.offHere(siteName(snapshot.host, words)),
      disabled,
      onChoose: () => ways.run({ kind: 'set-site', host: snapshot.host, on: false }, ''),
    },
  ];
}
