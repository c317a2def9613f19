import { jest } from '@jest/globals';
import type { IngestionRun, View } from '@app/contracts';
import { writeXlsx } from 'hucre/xlsx';
import { newView } from '../support/new-view.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { reportOf, runEnded, uploaded } from '../support/views.js';

jest.setTimeout(120_000);

/* An import that read the wrong tab of a workbook: the right one can be chosen without sending the file again. */

let product: Product;
let view: View;

beforeAll(async () => {
  product = await startProduct();
  view = await newView(product, 'Tabs');
}, 120_000);
afterAll(() => product.stop());

const DEALS = [
  ['Client', 'Stage'],
  ['Acme', 'Lost'],
];
const path = ({ view_id, id }: IngestionRun) => `/api/views/${view_id}/ingestions/${id}`;

async function wrongTab(rows: readonly (readonly string[])[], said = '?sheet=Notes'): Promise<IngestionRun> {
  const sheets = [
    { name: 'Notes', rows: rows.map((row) => [...row]) },
    { name: 'Deals', rows: DEALS },
  ];
  const file = new Uint8Array(await writeXlsx({ sheets }));
  return uploaded(product.admin, view.id, 'deals.xlsx', file, said);
}

it.each([
  [
    'without a Client column',
    [
      ['Owner', 'Stage'],
      ['Ann', 'Lost'],
    ],
    'no Client column',
  ],
  ['with a header alone', [['Client', 'Stage']], 'no row below it'],
  [
    'without a client',
    [
      ['Client', 'Stage'],
      ['', 'Lost'],
    ],
    'no client',
  ],
  ['with nothing but blanks', [['  ']], 'is empty'],
])('offers the other tab after one %s', async (_, rows, error) => {
  const run = await wrongTab(rows);
  expect([run.status, run.file_kept]).toEqual(['failed', true]);
  expect(run.error).toContain(error);
  expect(reportOf(run)).toMatchObject({ sheet_name: 'Notes', sheet_names: ['Notes', 'Deals'] });
  await expectReadable(run);
});

it('offers the tabs that are there after one that is not', async () => {
  const run = await wrongTab([['Nothing']], '?sheet=Sales');
  expect([run.status, run.file_kept]).toEqual(['failed', true]);
  expect(reportOf(run)).toMatchObject({ sheet_name: null, sheet_names: ['Notes', 'Deals'], rows_read: 0 });
  await expectReadable(run);
});

async function expectReadable(run: IngestionRun): Promise<void> {
  const { status } = await product.admin.post(`${path(run)}/preview`, { sheet: 'Deals' });
  expect(status).toBe(202);
  const again = await runEnded(product.admin, view.id, run.id);
  expect([again.status, reportOf(again).sheet_name, reportOf(again).kept]).toEqual(['preview', 'Deals', 1]);
}
