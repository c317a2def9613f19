import fc from 'fast-check';
import { normaliseStored, toStored } from '../normalise/index.js';
import { readSheet } from './read-sheet.js';
import { SheetError } from './sheet-error.js';
import { DEDUPE_RULES, type DedupeRule, type Sheet, type SheetRow } from './sheet.js';

const HEADER = [
  'Client',
  'Stage',
  'Discovery date',
  'Expected ARR',
  'Pipeline',
  'Owner',
  'Hubspot link',
  'Notes',
];

const cellsOf = (values: readonly string[]) => fc.constantFrom(...values);

const aRow = () =>
  fc.tuple(
    cellsOf(['Acme', ' ACMÉ', 'Beta "B"', '', 'Gamma, Inc', "'=Delta", 'RÃ©tail']),
    cellsOf(['won', 'A Closed', 'Lost', 'On hold', '']),
    cellsOf(['3/4/2026', '25/4/2026', '2026-05-06', '4/26/2026', 'soon', '', '1er mai 2026', '31/02/2026']),
    cellsOf(['1,000', '12,50', '1.000,5', '$60,000', '(500)', '', '5%', '0', '12k']),
    cellsOf(['1.000', '2.5', '', '€ 7', 'n/a']),
    cellsOf(['Rémi', 'none', '', 'O\nNeil', "'@ann"]),
    cellsOf(['', 'https://x/1', 'https://x/2']),
    cellsOf(['', 'x', ';']),
  );

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csvOf = (rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode([HEADER, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n'));

const read = (rows: readonly (readonly string[])[], dedupe: DedupeRule): Sheet | null => {
  try {
    return readSheet(csvOf(rows), { dateOrder: 'day_first', dedupe });
  } catch (error) {
    if (error instanceof SheetError) return null; // no row, or none with a client
    throw error;
  }
};

const sheets = () => fc.array(aRow(), { minLength: 1, maxLength: 30 });
const rules = () => fc.constantFrom(...DEDUPE_RULES);

it('kept = read - skipped - duplicates, for the rule chosen and for the others', () => {
  fc.assert(
    fc.property(sheets(), rules(), (rows, dedupe) => {
      const sheet = read(rows, dedupe);
      fc.pre(sheet !== null);
      const { report } = sheet;
      expect(report.kept).toBe(report.rows_read - report.skipped - report.duplicates.length);
      expect(sheet.rows).toHaveLength(report.kept);
      for (const { kept, duplicates } of report.rules)
        expect(kept + duplicates).toBe(report.rows_read - report.skipped);
      expect(report.rules.find(({ rule }) => rule === dedupe)).toMatchObject({
        kept: report.kept,
        duplicates_value: report.duplicates_value,
      });
    }),
  );
});

describe('normalising what was read changes nothing', () => {
  const expectSame = ({ row, ...deal }: SheetRow) => {
    const named = { ...deal, id: `deal-${row}` };
    expect(normaliseStored({ ...toStored(named, new Date(0)) })).toEqual(named);
  };

  it('in sheets of all kinds', () => {
    fc.assert(
      fc.property(sheets(), (rows) => {
        read(rows, 'none')?.rows.forEach(expectSame);
      }),
    );
  });

  it('whatever is written in a cell', () => {
    const pieces = [
      "'",
      '=',
      '+1',
      'RÃ©',
      'Ãƒ',
      'Â',
      '\u00a0',
      '\u200b',
      'é',
      'A',
      ' ',
      '#REF!',
      '0',
      '"',
      '￥',
      '–',
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((some) => some.join(''));
    const cells = fc.tuple(text, text, text, text, text, text, text, text);
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 10 }), (rows) => {
        read(rows, 'none')?.rows.forEach(expectSame);
      }),
      { numRuns: 500 },
    );
  });
});

it('the order of rows changes neither the reading of a cell nor which deals are there', () => {
  const keys = (sheet: Sheet | null) =>
    sheet?.rows
      .map(({ client, stage, discovery_date }) => `${client.toLowerCase()[0]} ${stage} ${discovery_date}`)
      .sort();
  fc.assert(
    fc.property(sheets(), rules(), (rows, dedupe) => {
      expect(keys(read(rows.toReversed(), 'none'))).toEqual(keys(read(rows, 'none')));
      const counts = (sheet: Sheet | null) => [sheet?.report.kept, sheet?.report.date_orders];
      expect(counts(read(rows.toReversed(), dedupe))).toEqual(counts(read(rows, dedupe)));
    }),
  );
});

it('the order of columns changes nothing', () => {
  fc.assert(
    fc.property(sheets(), (rows) => {
      const turned = new TextEncoder().encode(
        [HEADER, ...rows].map((row) => row.toReversed().map(quoted).join(',')).join('\n'),
      );
      const sheet = read(rows, 'client_stage');
      fc.pre(sheet !== null);
      expect(readSheet(turned, { dateOrder: 'day_first', dedupe: 'client_stage' }).rows).toEqual(sheet.rows);
    }),
  );
});
