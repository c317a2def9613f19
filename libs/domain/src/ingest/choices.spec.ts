import { readSheet } from './read-sheet.js';
import { SheetError } from './sheet-error.js';
import type { ReadSheetOptions, Sheet } from './sheet.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, choices: Partial<ReadSheetOptions> = {}): Sheet =>
  readSheet(bytes(text), { dateOrder: 'day_first', dedupe: 'none', ...choices });
const refusal = (text: string, choices: Partial<ReadSheetOptions> = {}): SheetError => {
  try {
    read(text, choices);
  } catch (error) {
    if (error instanceof SheetError) return error;
    throw error;
  }
  throw new Error('it was read');
};
const codes = ({ report }: Sheet) =>
  [...report.findings].map(({ row, column, code }) => `${row} ${column} ${code}`);

describe('columns that people said', () => {
  const CRM = 'account,deal_stage,close_value,region\nAcme,Won,"1,500",North\n';
  const columns = { Account: 'client', deal_stage: 'stage', 'Close value': 'expected_arr' } as const;

  it('are read, whatever the spelling of the header', () => {
    const { rows, report } = read(CRM, { columns });
    expect(rows).toMatchObject([{ client: 'Acme', stage: 'A Closed', expected_arr: 1500 }]);
    expect(report).toMatchObject({ unknown_columns: ['region'], unknown_columns_count: 1, proposals: [] });
  });

  it('are left out, and then not unknown', () => {
    const { report } = read(CRM, { columns: { ...columns, Région: null } });
    expect(report.unknown_columns).toEqual([]);
    expect(report.missing_columns).toContain('owner');
  });

  it('win over what a header says itself', () => {
    const sheet = read('Client,Brand,Owner\nAgency,Acme,Ann\n', {
      columns: { Brand: 'client', Owner: null },
    });
    expect(sheet.rows).toMatchObject([{ client: 'Acme', owner: null }]);
    expect(codes(sheet)).toEqual(['null client repeated_column']);
    expect(sheet.report.unknown_columns).toEqual(['Client']);
  });

  it('of two headers for one column the first is read', () => {
    const sheet = read('Brand,Account\nAcme,Beta\n', { columns: { Account: 'client', Brand: 'client' } });
    expect(sheet.rows).toMatchObject([{ client: 'Acme' }]);
    expect(codes(sheet)).toEqual(['null client repeated_column']);
  });

  it('are headers of every script', () => {
    const columns = { Клиент: 'client', Этап: 'stage' } as const;
    const sheet = read('Сумма,Клиент,Этап\n5,Акме,Won\n', { columns });
    expect(sheet.rows).toMatchObject([{ client: 'Акме', stage: 'A Closed' }]);
  });

  it('find the header below a title', () => {
    const { report, rows } = read(`Sales 2026\n\n${CRM}`, { columns });
    expect(report.header_row).toBe(3);
    expect(rows).toHaveLength(1);
  });

  it('are recognised where the header is repeated', () => {
    const sheet = read(`${CRM}account,deal_stage,close_value,region\nBeta,Won,1,S\n`, { columns });
    expect(codes(sheet)).toEqual(['3 null repeated_header']);
  });

  it('are no keys of every object', () => {
    expect(read('Client,constructor,__proto__\nA,b,c\n', { columns: {} }).report.unknown_columns).toEqual([
      'constructor',
      '__proto__',
    ]);
  });
});

describe('the row of the header', () => {
  const TEXT = 'Client,Owner\nOld,Ann\nClient,Stage\nAcme,Won\n';

  it('that people said is taken, and what stands above it is not read', () => {
    const sheet = read(TEXT, { headerRow: 3 });
    expect(sheet.rows).toMatchObject([{ row: 4, client: 'Acme', stage: 'A Closed' }]);
    expect(sheet.report.header_row).toBe(3);
    expect(codes(sheet)).toEqual(['1 null above_header', '2 null above_header']);
  });

  it.each([5, 20])('%s is refused where there is no text', (headerRow) => {
    const { code, message } = refusal(TEXT, { headerRow });
    expect(code).toBe('no_header');
    expect(message).toContain(`Row ${headerRow} `);
  });

  it('is refused where it knows no client, with what it has', () => {
    const { code, report } = refusal(TEXT, { headerRow: 2 });
    expect(code).toBe('no_client_column');
    expect(report).toMatchObject({ header_row: 2, unknown_columns: ['Old', 'Ann'] });
  });
});

it('the separator that people said counts, also against a first line sep=', () => {
  expect(read('sep=,\nClient;Owner\nA, B;Ann\n', { separator: ';' }).rows).toMatchObject([
    { client: 'A, B', owner: 'Ann' },
  ]);
});

describe('the order of dates that people said', () => {
  const TEXT = 'Client,Discovery date\nA,3/4/2026\nB,25/12/2026\nC,26/12/2026\nD,12/31/2026\n';

  it('counts against what most dates prove, for those that can be read both ways', () => {
    const days = ({ rows }: Sheet) =>
      rows.map(({ discovery_date: day }) => new Date((day ?? 0) * 86_400_000).toISOString().slice(0, 10));
    expect(days(read(TEXT))).toEqual(['2026-04-03', '2026-12-25', '2026-12-26', '2026-12-31']);
    const sheet = read(TEXT, { toldDateOrder: 'month_first' });
    expect(days(sheet)).toEqual(['2026-03-04', '2026-12-25', '2026-12-26', '2026-12-31']);
    expect(sheet.report.date_orders).toEqual({ discovery_date: 'month_first' });
    expect(codes(sheet)).toEqual([
      '3 discovery_date date_against_column',
      '4 discovery_date date_against_column',
    ]);
  });
});

describe('the first rows', () => {
  it('are as they were written, cut, with their row', () => {
    const wide = Array.from({ length: 60 }, (_, at) => `h${at}`).join(',');
    const { report } = read(`Client,Owner,${wide}\n\n"A ""B""",${'é🙂'.repeat(150)}\n`);
    expect(report.first_rows.header).toHaveLength(50);
    expect(report.first_rows.row_numbers).toEqual([3]);
    expect(report.first_rows.rows).toEqual([['A "B"', 'é🙂'.repeat(100)]]);
  });

  it('are twenty', () => {
    const { first_rows } = read(`Client\n${'A\n'.repeat(30)}`).report;
    expect(first_rows.rows).toHaveLength(20);
  });
});

it('of ten thousand unknown headers a hundred are named, and all counted', () => {
  const headers = Array.from({ length: 10_000 }, (_, at) => `field ${at}`).join(',');
  const { report } = read(`Client,${headers}\nAcme\n`);
  expect(report.unknown_columns).toHaveLength(100);
  expect(report.unknown_columns_count).toBe(10_000);
});
