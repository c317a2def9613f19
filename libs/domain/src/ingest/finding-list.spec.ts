import { SheetFindings, placesOf } from './finding-list.js';
import { FindingStore } from './finding-store.js';
import { readSheet } from './read-sheet.js';
import { rowFinding } from './sheet-column.js';

const COLUMN = {
  ...rowFinding('date_order_turned', null, 'with the day first'),
  column: 'poa_date' as const,
};

/** Two lines with surplus cells, then two cells that share a text, one of them in a line before the second. */
function foundInRows(): FindingStore {
  const store = new FindingStore();
  store.add('surplus_cells', null, 3);
  store.add('surplus_cells', null, 8);
  const lines = store.length;
  const soon = store.subject('unreadable_date', 'poa_date', 'sôon');
  for (const row of [3, 5, 9]) store.addAbout(soon, row);
  store.addAbout(store.subject('unknown_value', 'stage', ''), 9);
  store.merge(lines);
  return store;
}

describe('the findings of a sheet', () => {
  const findings = new SheetFindings([COLUMN], foundInRows());

  it('are those about columns, then those about rows in their order, a line before its cells', () => {
    expect([...findings]).toEqual([
      COLUMN,
      rowFinding('surplus_cells', 3),
      { ...rowFinding('unreadable_date', 3, 'sôon'), column: 'poa_date', value: 'sôon' },
      { ...rowFinding('unreadable_date', 5, 'sôon'), column: 'poa_date', value: 'sôon' },
      rowFinding('surplus_cells', 8),
      { ...rowFinding('unreadable_date', 9, 'sôon'), column: 'poa_date', value: 'sôon' },
      {
        ...rowFinding('unknown_value', 9, ''),
        message: expect.stringContaining('A Closed, G Stalled') as string,
        column: 'stage',
        value: '',
      },
    ]);
  });

  it.each([
    [0, 3],
    [2, 5],
    [5, 100],
    [7, 100],
    [100, 200],
  ])('are read in parts: from %i to %i', (from, to) => {
    expect(findings.slice(from, to)).toEqual([...findings].slice(from, to));
  });

  it('say where they are without words, also as a plain list', () => {
    const places = [...findings].map(({ row, column, code }) => ({ row, column, code }));
    expect([...placesOf(findings)].map(({ row, column, code }) => ({ row, column, code }))).toEqual(places);
    expect([...placesOf([...findings])]).toEqual([...findings]);
  });

  it('grow without end', () => {
    const store = new FindingStore();
    for (let row = 1; row <= 5_000; row++)
      store.addAbout(store.subject('unknown_value', 'stage', `Stage ${row}`), row);
    expect(new SheetFindings([], store).slice(4_998, 5_000).map(({ row, value }) => [row, value])).toEqual([
      [4_999, 'Stage 4999'],
      [5_000, 'Stage 5000'],
    ]);
  });
});

it('finds the same however often a sheet is read', () => {
  const bytes = new TextEncoder().encode('Client,Stage,Pipe\nAcme,Nowhere,much,more\nBeta,Nowhere,5\n');
  const read = () => [...readSheet(bytes, { dateOrder: 'day_first', dedupe: 'none' }).report.findings];
  expect(read().map(({ row, code, value }) => [row, code, value])).toEqual([
    [2, 'surplus_cells', null],
    [2, 'unknown_value', 'Nowhere'],
    [2, 'unreadable_money', 'much'],
    [3, 'unknown_value', 'Nowhere'],
  ]);
  expect(read()).toEqual(read());
});
