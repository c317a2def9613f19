import { DEAL_FIELDS } from '../deal/sheet-columns.js';
import fc from 'fast-check';
import { readSheet } from '../ingest/index.js';
import { cleanText } from '../normalise/index.js';
import { CSV_START, csvHeader, csvLine, DEAL_COLUMNS, type ExportColumn } from './index.js';

const COLUMNS: ExportColumn[] = [
  { label: 'Client', kind: 'text' },
  { label: 'POA date', kind: 'date' },
  { label: 'Pipeline', kind: 'money' },
];

describe('a line of a CSV export', () => {
  it.each([
    [['Acme', '2026-11-22', 1234.5], 'Acme,2026-11-22,1234.5\r\n'],
    [[null, null, null], ',,\r\n'],
    [['a,b', null, 0], '"a,b",,0\r\n'],
    [['say "hi"', null, null], '"say ""hi""",,\r\n'],
    [['two\nlines', null, null], '"two\nlines",,\r\n'],
    [[' edge', null, null], '" edge",,\r\n'],
    [['Zoé; "x"', null, null], '"Zoé; ""x""",,\r\n'],
  ])('%j', (cells, line) => {
    expect(csvLine(COLUMNS, cells)).toBe(line);
  });

  it('guards text that would run as a formula, and no number', () => {
    expect(csvLine(COLUMNS, ['=HYPERLINK("x")', null, -5])).toBe(`"'=HYPERLINK(""x"")",,-5\r\n`);
    expect(csvLine(COLUMNS, ['-5', null, -5])).toBe(`'-5,,-5\r\n`);
    expect(csvLine(COLUMNS, ['@sum', null, 1])).toBe(`'@sum,,1\r\n`);
  });

  it('guards headers too', () => {
    expect(csvHeader([{ label: '=1', kind: 'count' }])).toBe("'=1\r\n");
  });
});

describe('the columns of deals', () => {
  it('are those of the sheet, in its order', () => {
    expect(DEAL_COLUMNS.map(({ field }) => field)).toEqual(DEAL_FIELDS);
  });

  it('are known to the importer, and every text comes back as it was', () => {
    const text = fc.string({ unit: 'grapheme' }).map((each) => `x${each.replace(/[\r\n]/g, '')}x`);
    const risky = fc.constantFrom('=1+1', '+33 1', '-x', '@you', 'a;b', 'a\tb', '"q"', "'quoted", 'a,b');
    fc.assert(
      fc.property(fc.array(fc.oneof(text, risky), { minLength: 1, maxLength: 5 }), (clients) => {
        const lines = clients.map((client) =>
          csvLine(
            DEAL_COLUMNS,
            DEAL_COLUMNS.map(({ field }) => (field === 'client' ? client : null)),
          ),
        );
        const bytes = new TextEncoder().encode(CSV_START + csvHeader(DEAL_COLUMNS) + lines.join(''));
        const { report, rows } = readSheet(bytes, { dateOrder: 'day_first', dedupe: 'none' });
        expect(report.missing_columns).toEqual([]);
        expect(report.unknown_columns).toEqual([]);
        expect(report.encoding).toBe('utf-8-bom');
        expect(rows.map(({ client }) => client)).toEqual(clients.map(cleanText));
      }),
    );
  });
});
