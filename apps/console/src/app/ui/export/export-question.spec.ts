import { exportAddress, tableFile } from './export-question';

it('builds the address of an export with the same parameters', () => {
  const question = {
    url: '/api/views/organic/records/export',
    params: { from: '2026-07-01', owner: ['Zoé & Co', ''], q: 'a+b' },
  };
  const address = new URL(exportAddress(question, 'xlsx'), 'http://localhost');
  expect(address.pathname).toBe('/api/views/organic/records/export');
  expect([...address.searchParams]).toEqual([
    ['from', '2026-07-01'],
    ['owner', 'Zoé & Co'],
    ['owner', ''],
    ['q', 'a+b'],
    ['format', 'xlsx'],
  ]);
});

it.each([
  ['-intros.attended', '-intros.attended'],
  ['label', 'label'],
  ['poa.generated', undefined],
  ['', undefined],
])('asks for a table in the order %j where the table has it', (sort, asked) => {
  const question = { url: '/api/views/organic/screens/dashboard/export', params: { table: 'months' } };
  const table = {
    columns: [{ id: 'intros.attended', label: 'Intros', unit: 'count' as const, metric: null }],
  };
  expect(tableFile(question, table, sort)?.params).toEqual({
    table: 'months',
    columns: ['intros.attended'],
    ...(asked === undefined ? {} : { sort: asked }),
  });
});

it('asks for the columns that are shown, in the order of one that is not', () => {
  const question = { url: '/api/views/organic/screens/dashboard/export', params: { table: 'owners' } };
  const column = (id: string) => ({ id, label: id, unit: 'count' as const, metric: null });
  const table = { columns: ['won', 'lost', 'open'].map(column) };
  expect(tableFile(question, table, '-lost', ['open', 'won'])?.params).toEqual({
    table: 'owners',
    columns: ['open', 'won'],
    sort: '-lost',
  });
});
