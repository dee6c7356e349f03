import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as sample from '../../fixtures/sample-inspection';
import { drawDock, inspected } from './draw';

async function openTable(inspection = sample.packagesInspection()) {
  const drawn = await drawDock(inspected(inspection));
  await userEvent.click(page.getByText(/个规格$/).first());
  const table = drawn.root.querySelector('.skus table');
  if (table === null) throw new Error('no SKU table');
  const cells = () =>
    [...table.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
  return { ...drawn, table, cells };
}

test('the table says price, unit price and the quantity it was worked out from', async () => {
  const { cells } = await openTable();
  const [first] = cells();
  // The cheapest package is the dearest by weight.
  expect(first).toEqual([
    '原味 / 50g有货按 50g（规格名）',
    '¥28.40',
    '¥13.40最低',
    '¥26.80/100g单价最高',
  ]);
});

test('eight SKUs at first, all on asking; a SKU without price is 价格待定', async () => {
  const { cells, root } = await openTable();
  expect(cells()).toHaveLength(8);
  await userEvent.click(page.getByRole('button', { name: '显示全部 13 个规格' }));
  expect(cells()).toHaveLength(13);
  expect(cells().at(-1)).toEqual(['礼盒 / 买一送一', '价格待定', '—']);
  expect(root.querySelector('.skus summary')?.textContent).toContain('1 个价格待定');
});

test('on a gated page no price of a SKU is shown', async () => {
  const { cells } = await openTable(sample.gatedInspection());
  expect(cells().flat().join(' ')).not.toContain('¥');
});

test('no table where no SKU was read', async () => {
  const { root } = await drawDock(inspected(sample.sampleInspection({ skus: null })));
  expect(root.querySelector('.skus')).toBeNull();
});
