import { exportAddress } from './export-question';

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
