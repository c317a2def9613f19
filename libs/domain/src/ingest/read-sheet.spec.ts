import { isoDay } from '../period/day.js';
import { readSheet } from './read-sheet.js';
import { SheetError, type SheetErrorCode } from './sheet-error.js';
import type { ReadSheetOptions, Sheet } from './sheet.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, options: Partial<ReadSheetOptions> = {}): Sheet =>
  readSheet(bytes(text), { dateOrder: 'day_first', dedupe: 'client_stage', ...options });
const found = (sheet: Sheet) =>
  [...sheet.report.findings].map(({ row, column, code }) => `${row} ${column} ${code}`);
const days = (sheet: Sheet, field: 'discovery_date' | 'poa_date' = 'discovery_date') =>
  sheet.rows.map((row) => (row[field] === null ? null : isoDay(row[field])));

describe('header', () => {
  it('matches whatever the case, accents, blanks and punctuation, in any order', () => {
    const sheet = read(' Billing-start ;STAGE;Cliént;Show / Nowshow;type_of_deal\n;won;Acme;no show;renew\n');
    expect(sheet.rows[0]).toMatchObject({ client: 'Acme', stage: 'A Closed', show_noshow: 'Noshow' });
    expect(sheet.columns).toEqual(['client', 'stage', 'show_noshow', 'type_of_deal', 'billing_start']);
  });

  it.each(['Show/Nowshow', 'Show/Noshow', 'show_noshow', 'show nowshow'])('knows %s', (header) => {
    expect(read(`Client,${header}\nAcme,SHOW\n`).rows[0]?.show_noshow).toBe('Show');
  });

  it.each([
    ['AE', 'owner'],
    ['Account executive', 'owner'],
    ['Partner', 'bdr'],
    ['Entered', 'discovery_date'],
    ['POA', 'poa_date'],
    ['Show / no-show', 'show_noshow'],
    ['Source', 'type_of_source'],
    ['Pipe', 'pipeline'],
  ])('knows what the console calls a column: %s', (header, field) => {
    expect(read(`Client,${header}\nAcme,\n`).columns).toEqual(expect.arrayContaining([field]));
  });

  it('reports unknown and missing columns', () => {
    const { report } = read('Client,Stage,Next step,,Notes\nAcme,won,call,,\n');
    expect(report.unknown_columns).toEqual(['Next step', 'Notes']);
    expect(report.missing_columns).toHaveLength(16);
    expect(report.missing_columns).toContain('owner');
    expect([...report.findings]).toEqual([]);
  });

  it('takes the first of two that match and reports the other', () => {
    const sheet = read('Client,Owner,owner,Show/Noshow,Show/Nowshow\nAcme,Ann,Bob,Show,Noshow\n');
    expect(sheet.rows[0]).toMatchObject({ owner: 'Ann', show_noshow: 'Show' });
    expect(sheet.report.unknown_columns).toEqual(['owner', 'Show/Nowshow']);
    expect(found(sheet)).toEqual(['null owner repeated_column', 'null show_noshow repeated_column']);
  });

  it('is the first line with text; lines without text are no rows but count', () => {
    const sheet = read('\n,,\nClient,Stage,Owner\n\n" ",\u00a0,\nAcme,won,Ann\n,,x\n');
    expect(sheet.rows.map(({ row, client }) => [row, client])).toEqual([[6, 'Acme']]);
    expect(sheet.report).toMatchObject({ rows_read: 2, kept: 1, skipped: 1 });
    expect(found(sheet)).toEqual(['7 client no_client']);
  });
});

describe('cells', () => {
  it('are empty when missing, ignored when surplus', () => {
    const sheet = read('Client,Stage,Owner\nAcme\nBeta,won,Ann,surplus,"more"\n');
    expect(sheet.rows).toMatchObject([
      { client: 'Acme', stage: '', owner: null },
      { client: 'Beta', stage: 'A Closed', owner: 'Ann' },
    ]);
    expect(found(sheet)).toEqual(['3 null surplus_cells']);
    expect(found(read('Client,Owner\nAcme,Ann,,\n,,TRUE\n,,note\n'))).toEqual([
      '4 null surplus_cells',
      '4 client no_client',
    ]);
  });

  it('may be quoted, with separators, quotes and line breaks inside', () => {
    const sheet = read(
      'Client,Owner,Stage\r\n"Acme, ""the"" one","Ann\r\nBob",won\r\n5" pipes,Tom "T" T,won\r\n"Be"ta,,',
    );
    expect(sheet.rows.map(({ row, client, owner }) => [row, client, owner])).toEqual([
      [2, 'Acme, "the" one', 'Ann\r\nBob'],
      [3, '5" pipes', 'Tom "T" T'],
      [4, '"Be"ta', null],
    ]);
    expect(found(sheet)).toEqual(['4 client quote_not_closed']);
  });

  it.each(['\n', '\r\n', '\r', 'a mix'])('stand on lines that end with %j', (lineBreak) => {
    const lines = ['Client,Owner', 'Acme,Ann', '', 'Beta,"Bob"', 'Gamma,'];
    const mix = lines.map((line, at) => line + (['\r\n', '\n', '\r'][at % 3] ?? '')).join('');
    const sheet = read(lineBreak === 'a mix' ? mix : lines.join(lineBreak));
    expect(sheet.rows.map(({ row, client, owner }) => [row, client, owner])).toEqual([
      [2, 'Acme', 'Ann'],
      [4, 'Beta', 'Bob'],
      [5, 'Gamma', null],
    ]);
  });

  it('lose the apostrophe an export guards formulas with, in any column', () => {
    const sheet = read("Client,Owner,Pipeline,Stage\n'=Acme,'@ann,'-500,'won\n'Quoted',Bob,1,won\n");
    expect(sheet.rows.map(({ client, owner, pipeline }) => [client, owner, pipeline])).toEqual([
      ['=Acme', '@ann', -500],
      ["'Quoted'", 'Bob', 1],
    ]);
  });

  it('lose invisible characters, but not the joiners that make a word or a sign', () => {
    const sheet = read(
      '\ufeffCli\u200bent,Ow\u00adner,Pipeline\nBright\u200bline\u2060,\u202a\u{1f469}\u200d\u{1f4bb},\u200e500\n',
    );
    expect(sheet.rows[0]).toMatchObject({ client: 'Brightline', pipeline: 500 });
    expect(read('Client\nA\u200d\u200cB\u2066\n').rows[0]?.client).toBe('A\u200d\u200cB');
  });

  it('that name no person or product are empty', () => {
    const names = [
      'none',
      'NULL',
      'NaN',
      'N / A',
      'TBD',
      'tba',
      'Unknown',
      'nobody',
      'Unassigned',
      '?',
      '--',
    ];
    const sheet = read(
      `Client,Owner,BDR,Product\n${names.map((name) => `Acme,${name},${name},${name}`).join('\n')}\n`,
      {
        dedupe: 'none',
      },
    );
    expect(sheet.rows).toHaveLength(names.length);
    for (const row of sheet.rows) expect(row).toMatchObject({ owner: null, bdr: null, product: null });
    expect(read('Client,Owner\nAcme,Nobu\n').rows[0]?.owner).toBe('Nobu');
  });

  it('keep an unknown value and report it', () => {
    const sheet = read(
      'Client,Stage,Relevance,Show/Noshow,Type of deal,Type of source\nAcme,Paused,High,?,Pilot,Podcast\n',
    );
    expect(sheet.rows[0]).toMatchObject({ stage: 'Paused', relevance: 'High', type_of_source: 'Podcast' });
    expect(found(sheet)).toEqual([
      '2 stage unknown_value',
      '2 relevance unknown_value',
      '2 show_noshow unknown_value',
      '2 type_of_deal unknown_value',
      '2 type_of_source unknown_value',
    ]);
    expect([...sheet.report.findings][0]?.value).toBe('Paused');
    expect([...sheet.report.findings][0]?.message).toContain('"Paused"');
  });
});

describe('encodings and separators', () => {
  it.each([
    ['utf-8', bytes('Client,Owner\nCafé €,Rémi\n')],
    ['utf-8-bom', bytes('\ufeffClient,Owner\nCafé €,Rémi\n')],
    [
      'windows-1252',
      Uint8Array.from([...bytes('Client,Owner\nCaf'), 0xe9, 0x20, 0x80, ...bytes(',R'), 0xe9, 0x6d, 0x69]),
    ],
  ])('%s', (encoding, file) => {
    const sheet = readSheet(file, { dateOrder: 'day_first', dedupe: 'none' });
    expect(sheet.report.encoding).toBe(encoding);
    expect(sheet.rows[0]).toMatchObject({ client: 'Café €', owner: 'Rémi' });
  });

  it('repairs names that were decoded twice', () => {
    expect(read('Client,Owner\nAcme,RÃ©mi\n').rows[0]?.owner).toBe('Rémi');
  });

  it.each([
    [',', 'Client,Stage;Owner,Product\na,b,c\n'],
    [';', 'Client;Stage,Owner;Product;BDR\na;b;c\n'],
    ['\t', 'Client\tStage\tOwner, first;second\na\tb\tc\n'],
    [',', 'Client\nAcme; Beta\n'],
  ])('the separator %j knows most columns', (separator, text) => {
    expect(read(text).report.separator).toBe(separator);
  });
});

describe('money', () => {
  const amounts = (cells: string[]) => {
    const sheet = read(`Client;Pipeline\n${cells.map((cell, at) => `Client ${at};${cell}`).join('\n')}\n`);
    return { values: sheet.rows.map(({ pipeline }) => pipeline), findings: found(sheet) };
  };

  it('one separator before three digits is thousands, and a finding beside decimals with the same one', () => {
    expect(amounts(['1,000', '20.000', '500'])).toEqual({ values: [1000, 20000, 500], findings: [] });
    expect(amounts(['1,000', '1.000', '12,50', '1.000,5', '2,5'])).toEqual({
      values: [1000, 1000, 12.5, 1000.5, 2.5],
      findings: ['2 pipeline separator_mixed'],
    });
    expect(amounts(['1,000', '1.000', '2.5', '1,000,000'])).toEqual({
      values: [1000, 1000, 2.5, 1000000],
      findings: ['3 pipeline separator_mixed'],
    });
  });

  it('is written with three decimals when a cell shows it and none is written otherwise', () => {
    expect(amounts(['1234.500', '20.000', '$1.250']).values).toEqual([1234.5, 20, 1.25]);
    expect(amounts(['0,250', '20,000', '1.000']).values).toEqual([0.25, 20, 1000]);
    expect(amounts(['1,234.500', '20.000']).values).toEqual([1234.5, 20]);
    expect(amounts(['.250', '20.000'])).toEqual({
      values: [0.25, 20000],
      findings: ['3 pipeline separator_mixed'],
    });
    expect(amounts(['1234.500', '20.000', '2.5'])).toEqual({
      values: [1234.5, 20000, 2.5],
      findings: ['3 pipeline separator_mixed'],
    });
    expect(amounts(['1234.500', '20.000', '1.000.000']).values).toEqual([1234.5, 20000, 1000000]);
  });

  it('in another currency is read as its number, with one finding for each column and currency', () => {
    const text =
      'Client;ARR;Pipe\nA;€1,000;5\nB;500 eur;£2\nC;US$ 7;1 000,50 €\n;9 €;9 €\nD;CHF 3k;\nD;CHF 3k;\nE;5%;₿ 2\n';
    const told = (currency: string) =>
      [...read(text, { currency }).report.findings]
        .filter(({ code }) => code === 'other_currency')
        .map(({ row, column, value, count, sum }) => [row, column, value, count, sum]);
    expect(told('USD')).toEqual([
      [null, 'expected_arr', 'CHF', 2, 6000],
      [null, 'expected_arr', 'EUR', 2, 1500],
      [null, 'pipeline', 'EUR', 1, 1000.5],
      [null, 'pipeline', 'GBP', 1, 2],
      [null, 'pipeline', '₿', 1, 2],
    ]);
    expect(told('EUR')).toContainEqual([null, 'expected_arr', 'USD', 1, 7]);
    expect([...read('Client;Pipe\nA;$5\n', { currency: 'CAD' }).report.findings]).toEqual([]);
    expect(read('Client;Pipe\nA;$5\n', { currency: 'EUR' }).report.findings).toHaveLength(1);
  });

  it('is null for an empty cell, and a finding where it cannot be read', () => {
    const { values, findings } = amounts(['', '0', '5%', '1e5', 'N/A', '-', '1000000000000', '-1e12']);
    expect(values).toEqual([null, 0, null, null, null, null, null, null]);
    expect(findings).toEqual([4, 5, 6, 7, 8, 9].map((row) => `${row} pipeline unreadable_money`));
  });

  it('rows without a client have no vote', () => {
    const sheet = read('Client;Pipeline\n;0.250\n;4.75\nAcme;1.000\nBeta;3\n');
    expect(sheet.rows.map(({ pipeline }) => pipeline)).toEqual([1000, 3]);
    expect(found(sheet)).toEqual(['2 client no_client', '3 client no_client']);
    expect(sheet.report).toMatchObject({ skipped: 2, skipped_value: 5 });
  });

  it('rows that are repeated have one', () => {
    const sheet = read('Client;Stage;Pipeline\nAcme;won;1.000\nAcme;won;0.250\nBeta;won;2\n');
    expect(sheet.rows.map(({ pipeline }) => pipeline)).toEqual([1, 2]);
  });
});

describe('dates', () => {
  const sheetOf = (cells: string[], options: Partial<ReadSheetOptions> = {}) =>
    read(`Client,Discovery date\n${cells.map((cell, at) => `Client ${at},"${cell}"`).join('\n')}\n`, options);

  it('follow the majority of those that settle the order; one against it is read its own way and reported', () => {
    const sheet = sheetOf(['3/4/2026', '4/25/2026', '5/26/2026', '27/5/2026', '2026-05-28', '3 Jun 2026']);
    expect(sheet.report.date_orders).toEqual({ discovery_date: 'month_first' });
    expect(days(sheet)).toEqual([
      '2026-03-04',
      '2026-04-25',
      '2026-05-26',
      '2026-05-27',
      '2026-05-28',
      '2026-06-03',
    ]);
    expect(found(sheet)).toEqual(['5 discovery_date date_against_column']);
  });

  it.each(['day_first', 'month_first'] as const)(
    'on a draw they are read %s when that is the default',
    (dateOrder) => {
      const sheet = sheetOf(['3/4/2026', '4/25/2026', '25/4/2026'], { dateOrder });
      expect(sheet.report.date_orders).toEqual({ discovery_date: dateOrder });
      expect(days(sheet)[0]).toBe(dateOrder === 'day_first' ? '2026-04-03' : '2026-03-04');
    },
  );

  const three = (discovery: string, poa: string, billing: string) =>
    `Client,Discovery date,POA date,Billing start\nA,${discovery},${poa},${billing}\n`;

  it.each([
    ['the others when they agree', three('3/4/2026', '4/25/2026', '5/26/2026'), 'month_first'],
    ['the one other that settles it', three('3/4/2026', '4/25/2026', '1/1/2026'), 'month_first'],
    ['the default when the others disagree', three('3/4/2026', '4/25/2026', '26/5/2026'), 'day_first'],
    ['the default when nothing is settled', three('3/4/2026', '', '5/6/2026'), 'day_first'],
  ])('a column that settles nothing follows %s', (_, text, order) => {
    expect(read(text).report.date_orders.discovery_date).toBe(order);
  });

  it('a drawn column takes the default, whatever the others prove', () => {
    const sheet = read('Client,Discovery date,POA date\nA,25/4/2026,4/25/2026\nB,4/25/2026,4/26/2026\n');
    expect(sheet.report.date_orders).toEqual({ discovery_date: 'day_first', poa_date: 'month_first' });
    expect(found(sheet)).toEqual(['3 discovery_date date_against_column']);
  });

  it('are null and a finding when partial or impossible', () => {
    const sheet = sheetOf(['07/2026', 'Q3', '31/02/2026', '45678', 'n/a', '']);
    expect(days(sheet)).toEqual([null, null, null, null, null, null]);
    expect(found(sheet)).toEqual([2, 3, 4, 5, 6].map((row) => `${row} discovery_date unreadable_date`));
  });

  it('rows without a client have no vote', () => {
    const sheet = read('Client,Discovery date\n,4/25/2026\n,4/26/2026\nAcme,3/4/2026\nBeta,25/4/2026\n');
    expect(sheet.report.date_orders).toEqual({ discovery_date: 'day_first' });
    expect(found(sheet)).toEqual(['2 client no_client', '3 client no_client']);
  });
});

describe('refusals', () => {
  it.each<[SheetErrorCode, string, string]>([
    ['empty', '', 'no line with text'],
    ['empty', '\ufeff \r\n\n', 'no line with text'],
    ['empty', ',,,\n , ,\n', 'no line with text'],
    ['empty', 'sep=;\n\n', 'no line with text'],
    ['header_only', '\nClient,Stage\n,\n', 'row 2'],
    ['no_client_column', 'Customer,Stage\nAcme,won\n', 'Customer'],
    ['no_row_to_keep', 'Client,Stage\n,won\n,lost\n', 'None of the 2 rows'],
    ['line_too_long', `Client,Stage\nAcme,won\nBeta,${'x'.repeat(10_000_000)}\n`, 'Row 3'],
    ['line_too_long', `Client,Stage\n"Acme,won\n${'Beta,won\n'.repeat(200_000)}"`, 'Row 2'],
    ['not_text', '\u0001\u0000\u0000\u0000Client\n', 'no CSV'],
    ['empty', '\u0000\u0000\n', 'no line with text'],
    ['not_text', '%PDF-1.7\nClient\n', 'no CSV'],
  ])('%s: %#', (code, text, message) => {
    const error = refusal(bytes(text));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });

  it('name a picture, whatever the file is called', () => {
    expect(refusal(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])).code).toBe('not_text');
  });

  it('come with the report of what was read up to the fault', () => {
    expect(refusal(bytes('Client,Stage\n,won\n')).report).toMatchObject({
      rows_read: 1,
      skipped: 1,
      kept: 0,
    });
    expect(refusal(bytes('Customer;Stage\n;won\n')).report).toMatchObject({
      separator: ';',
      unknown_columns: ['Customer'],
    });
  });

  function refusal(file: Uint8Array): SheetError {
    try {
      readSheet(file, { dateOrder: 'day_first', dedupe: 'none' });
    } catch (error) {
      if (error instanceof SheetError) return error;
      throw error;
    }
    throw new Error('The sheet was read.');
  }
});

it('reports its progress', () => {
  const told: number[] = [];
  read(`Client\n${'Acme\n'.repeat(12_000)}`, { dedupe: 'none', onProgress: (rows) => told.push(rows) });
  expect(told).toEqual([5_000, 10_000, 12_000]);
});
