import { hardFile } from '../testing/hard-sheets.js';
import { readSheet } from './read-sheet.js';
import { SINGLE_BYTE_ENCODINGS, type ReadSheetOptions, type Sheet } from './sheet.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const readBytes = (file: Uint8Array, options: Partial<ReadSheetOptions> = {}): Sheet =>
  readSheet(file, { dateOrder: 'day_first', dedupe: 'none', ...options });
const read = (text: string, options: Partial<ReadSheetOptions> = {}) => readBytes(bytes(text), options);
const found = ({ report }: Sheet) =>
  [...report.findings].map(({ row, column, code }) => `${row} ${column} ${code}`);
const clients = ({ rows }: Sheet) => rows.map(({ row, client }) => [row, client]);
const joined = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...bytes(part)] : part)));

function utf16(text: string, isLittle: boolean, mark = true): Uint8Array {
  const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (_, at) => text.charCodeAt(at))];
  return Uint8Array.from(
    units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

describe('encodings', () => {
  const TEXT = 'Client\tOwner\r\nŁódź 🙂\tRémi\r\n';

  it.each([
    ['utf-16le', utf16(TEXT, true)],
    ['utf-16be', utf16(TEXT, false)],
    ['utf-16le', utf16(`${TEXT}Ann\tBob\n`, true, false)],
    ['utf-16be', utf16(`${TEXT}Ann\tBob\n`, false, false)],
  ])('%s, with or without a byte order mark', (encoding, file) => {
    const sheet = readBytes(file);
    expect(sheet.report).toMatchObject({ encoding, separator: '\t', findings: { length: 0 } });
    expect(sheet.rows[0]?.client).toBe('Łódź 🙂');
  });

  it('report half a pair and half a unit of UTF-16', () => {
    const sheet = readBytes(joined([...utf16('Client,Owner\nA\ud800,B\n', true)], [0x43]));
    expect(sheet.rows.map(({ client }) => client)).toEqual(['A\ufffd', '\ufffd']);
    expect(found(sheet)).toEqual(['2 null bad_byte', '3 null bad_byte']);
  });

  it('cut bad UTF-8 as the Encoding Standard does, a finding each', () => {
    const good = 'é'.repeat(40);
    const file = joined(
      `Client,Owner\n${good},Ann\nA`,
      [0xff],
      'B',
      [0xe2, 0x82],
      'C',
      [0xf0, 0x9f],
      [0x41],
      ',Bob\n',
    );
    const sheet = readBytes(file);
    expect(sheet.report.encoding).toBe('utf-8');
    expect(sheet.rows[1]?.client).toBe('A\ufffdB\ufffdC\ufffdA');
    expect(found(sheet)).toEqual(Array.from({ length: 3 }, () => '3 null bad_byte'));
    const decoded = new TextDecoder().decode(file);
    expect(decoded.split('\ufffd')).toHaveLength(4);
  });

  it('are UTF-8 with a byte order mark, and from nine tenths of good sequences', () => {
    const names = (good: number) => joined(`Client\n${'é'.repeat(good)}\n`, [0x43, 0xe9], '\n');
    expect(readBytes(names(9)).report.encoding).toBe('utf-8');
    expect(readBytes(names(8)).report.encoding).toBe('windows-1252');
    expect(readBytes(joined([0xef, 0xbb, 0xbf], [...names(0)])).report.encoding).toBe('utf-8-bom');
  });

  it.each([
    ['windows-1250', 'windows-1250', 'Łódź'],
    ['windows-1251', 'windows-1251', 'Москва'],
    ['windows-1254', 'windows-1254', 'Işık'],
    ['macroman', 'macintosh', 'Café Noé'],
  ] as const)('are %s where the view was told so', (encoding, label, name) => {
    const table = new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, at) => at));
    const file = joined(
      'Client,Owner\n',
      Array.from(name, (letter) => table.indexOf(letter)),
      ',Ann\n',
    );
    const sheet = readBytes(file, { encoding });
    expect(sheet.rows[0]?.client).toBe(name);
    expect(sheet.report).toMatchObject({ encoding, findings: { length: 0 } });
    expect(found(readBytes(file))).toContain('null null encoding_guessed');
    expect(readBytes(bytes('Client\né\n'), { encoding }).report.encoding).toBe('utf-8');
  });

  it('name a sheet of a Mac right once the view was told', () => {
    const sheet = readBytes(hardFile('18-mac-encoding.csv'), { encoding: 'macroman' });
    expect(sheet.rows.map(({ client, owner }) => [client, owner])).toEqual([
      ['Café Noé', 'Zoë Rémy'],
      ['Forêt', 'Zoë Rémy'],
    ]);
    expect(sheet.report).toMatchObject({ encoding: 'macroman', findings: { length: 0 } });
  });

  it.each(SINGLE_BYTE_ENCODINGS.filter((encoding) => encoding !== 'windows-1252'))(
    '%s has the characters of the Encoding Standard',
    (encoding) => {
      const upper = Array.from({ length: 127 }, (_, at) => at + 128);
      const names = upper.map((byte) => [0x78, byte, 0x78, 0x0a]);
      const sheet = readBytes(
        joined('Supporters,Client\n', ...names.map((name) => [...bytes('a,'), ...name])),
        {
          encoding,
        },
      );
      const decoder = new TextDecoder(encoding === 'macroman' ? 'macintosh' : encoding);
      const expected = upper.map((byte) =>
        decoder.decode(Uint8Array.of(0x78, byte, 0x78)).replace(/\p{Cf}/u, ''),
      );
      expect(sheet.rows.map(({ client }) => client)).toEqual(expected);
    },
  );

  it('lose NULs, a finding for each line', () => {
    const sheet = read('\0Client,Owner\nAr\0de\0nt,Ann\n\nBolt,Bob\n\0');
    expect(clients(sheet)).toEqual([
      [2, 'Ardent'],
      [4, 'Bolt'],
    ]);
    expect(found(sheet)).toEqual(['1 null nul_removed', '2 null nul_removed', '5 null nul_removed']);
    expect(readBytes(joined('Client\nCaf', [0xe9, 0], '\n')).rows[0]?.client).toBe('Café');
  });
});

describe('the first lines', () => {
  it.each([
    ['sep=;\nClient;Owner\nA,1;B\n', ';'],
    ['\ufeffSEP=\t\r\nClient\tOwner\r\nA,1\tB\r\n', '\t'],
    ['"sep=,"\rClient,Owner\r"A,1",B\r', ','],
  ])('%j name the separator and are no line of the sheet', (text, separator) => {
    const sheet = read(text);
    expect(sheet.report).toMatchObject({ separator, findings: { length: 0 } });
    expect(clients(sheet)).toEqual([[2, 'A,1']]);
  });

  it('that name another separator are lines of the sheet', () => {
    expect(found(read('sep=|\nClient,Owner\nA,B\n'))).toEqual(['1 null above_header']);
  });

  it('may stand above the header: the first that knows Client and another column', () => {
    const sheet = read('Deals; of Client A\n\nClient;\n;;\nClient;Stage\nA;won\n');
    expect(clients(sheet)).toEqual([[6, 'A']]);
    expect(found(sheet)).toEqual(['1 null above_header', '3 null above_header']);
  });

  it('are twenty', () => {
    const sheet = (lines: number) => read(`${'Client only\n'.repeat(lines)}Client,Stage\nA,won\n`);
    expect(clients(sheet(19))).toEqual([[21, 'A']]);
    expect(() => sheet(20)).toThrow('has no Client column');
    expect(clients(read(`${'\n'.repeat(30)}Client\nA\n`))).toEqual([[32, 'A']]);
  });

  it('may open a quote that another separator would not close', () => {
    const text = `Client,Owner\n"A",Ann\n${'B,Bob\n'.repeat(200_000)}C,"x"\n`;
    expect(read(text).report).toMatchObject({ separator: ',', rows_read: 200_002 });
  });
});

describe('lines that are no deals', () => {
  it('hold nothing but check boxes', () => {
    const sheet = read(
      'Client,Owner,Done\n,,FALSE\nTRUE,FALSE,"TRUE"\nTrue,,\n,,FALSE!\n FALSE , ,\u200b\nFALSEHOOD,,\n',
    );
    expect(sheet.rows.map(({ row }) => row)).toEqual([4, 7]);
    expect(found(sheet)).toEqual(['5 client no_client']);
  });

  it('repeat the header, in whatever spelling', () => {
    const header = 'Client,Owner,Notes,ARR';
    const sheet = read(
      `${header}\nA,Ann,x,1\n CLIÉNT,AE,notes,\n"Client",,,Expected ARR\nClient,,,5\nClient,Ann,,\n`,
    );
    expect(sheet.rows.map(({ row }) => row)).toEqual([2, 5, 6]);
    expect(found(sheet)).toEqual(['3 null repeated_header', '4 null repeated_header']);
    expect(sheet.report).toMatchObject({ rows_read: 5, kept: 3, skipped: 2 });
  });

  const sheetOf = (rows: string[]) => read(`Client,ARR,Pipe\n${rows.join('\n')}\n`);
  const skippedIn = (rows: string[]) =>
    [...sheetOf(rows).report.findings].flatMap(({ row, code }) => (code === 'total_row' ? [row] : []));

  it.each([
    ['all rows above', ['A,1,', 'B,2,', 'C,3,', 'TOTAL:,6,'], [5]],
    ['rows without client too', ['A,1,', ',2,', 'C,3,', 'Total,6,'], [5]],
    [
      'those since the last one',
      ['A,1,', 'B,2,', 'C,3,', 'Sous–total,6,', 'D,1,', 'E,1,', 'F,1,', 'Somme,3,'],
      [5, 9],
    ],
    ['all rows, past a sum', ['A,1,', 'B,2,', 'C,3,', 'Subtotal,6,', 'D,1,', 'Grand Total,7,'], [5, 7]],
    ['cents', ['A,0.1,', 'B,0.2,', 'C,0.3,', 'Total,0.6,'], [5]],
    ['any of the amounts', ['A,1,1', 'B,2,2', 'C,3,3', 'Total,7,6'], [5]],
    ['past a header', ['A,1,', 'Client,ARR,Pipe', 'B,2,', 'C,3,', 'Total,6,'], [6]],
  ])('are the sum of %s', (_, rows, expected) => {
    expect(skippedIn(rows)).toEqual(expected);
  });

  it.each([
    ['two amounts', ['A,1,', 'B,2,', 'Total,3,']],
    ['other amounts', ['A,1,', 'B,2,', 'C,3,', 'Totalia,7,']],
    ['nothing', ['A,0,', 'B,0,', 'C,0,', 'Total,0,']],
    ['what follows', ['Total,6,', 'A,1,', 'B,2,', 'C,3,']],
    ['rows, but are called otherwise', ['A,1,', 'B,2,', 'C,3,', 'The total,6,']],
  ])('are not the sum of %s', (_, rows) => {
    expect(skippedIn(rows)).toEqual([]);
  });

  it('tell nothing else, and count nowhere', () => {
    const sheet = read(
      'Client,Type,ARR,Discovery date\nA,?,€1,\nB,,€1,\nC,,€1,\nTotal,odd,€3,soon\n,odd,€9,soon\n',
    );
    expect(found(sheet)).toEqual([
      'null expected_arr other_currency',
      '2 type_of_deal unknown_value',
      '5 null total_row',
      '6 client no_client',
    ]);
    expect([...sheet.report.findings][0]).toMatchObject({ value: 'EUR', count: 3, sum: 3 });
    expect(sheet.report).toMatchObject({ skipped: 2, skipped_value: 9 });
  });
});

describe('errors of a spreadsheet', () => {
  it('are empty, in every column', () => {
    const cells = [
      '#REF!',
      '#n/a',
      ' #VALUE! ',
      '#NAME?',
      '#DIV/0!',
      '#NULL!',
      '#NUM!',
      '#ERROR!',
      '#SPILL!',
      '#CALC!',
      'Loading…',
    ];
    for (const cell of cells) {
      const sheet = read(
        `Client,Stage,Owner,ARR,POA,Link,Type,HubSpot link\nA,${cell},${cell},${cell},${cell},${cell},${cell},${cell}\n`,
      );
      expect(sheet.rows[0]).toMatchObject({
        stage: '',
        owner: null,
        expected_arr: null,
        poa_date: null,
        hubspot_link: null,
      });
      expect(sheet.report.finding_counts.map(({ code, count }) => [code, count])).toEqual(
        Array.from({ length: 6 }, () => ['spreadsheet_error', 1]),
      );
    }
    expect([...read('Client,Owner\n#REF! & Co,#5\n').report.findings]).toEqual([]);
  });

  it('leave a row without client', () => {
    expect(found(read('Client,Owner\n#REF!,#REF!\nA,\n'))).toEqual([
      '2 client no_client',
      '2 client spreadsheet_error',
    ]);
  });
});

describe('the order of dates', () => {
  const LAST = { discovery_date: 'month_first', poa_date: 'day_first' } as const;
  const dates = (cells: string) => `Client,Discovery date,POA date\n${cells}\n`;

  it('is that of the last import where nothing settles it, and on a draw', () => {
    expect(read(dates('A,3/4/2026,'), { lastDateOrders: LAST }).report.date_orders).toEqual(LAST);
    const draw = read(dates('A,13/4/2026,\nB,4/13/2026,'), { lastDateOrders: LAST });
    expect(draw.report.date_orders.discovery_date).toBe('month_first');
    expect(found(draw)).toEqual(['2 discovery_date date_against_column']);
  });

  it('is reported where it turned', () => {
    const turned = read(dates('A,13/4/2026,3/4/2026'), { lastDateOrders: { discovery_date: 'month_first' } });
    expect(turned.report.date_orders).toEqual({ discovery_date: 'day_first', poa_date: 'day_first' });
    expect(found(turned)).toEqual(['null discovery_date date_order_turned']);
  });

  it('does not turn in a column whose dates say by themselves what is day and month', () => {
    const lastDateOrders = { discovery_date: 'month_first', poa_date: 'month_first' } as const;
    const turned = read(dates('A,13/4/2026,2026-05-06\nB,,3 June 2026'), { lastDateOrders });
    expect(found(turned)).toEqual(['null discovery_date date_order_turned']);
    expect(turned.report.unordered_dates).toEqual(['poa_date']);
  });

  it('does not turn in a column that the last import read in none, and follows it all the same', () => {
    const lastUnorderedDates = ['discovery_date'] as const;
    const options = { lastDateOrders: LAST, lastUnorderedDates };
    expect(found(read(dates('A,13/4/2026,4/13/2026'), options))).toEqual(['null poa_date date_order_turned']);
    expect(read(dates('A,3/4/2026,'), options).report.date_orders.discovery_date).toBe('month_first');
  });
});

it('tells what to do about what it found', () => {
  const text =
    'Client,Stage,Relevance,ARR,Discovery date\nA,odd,?,#CALC!,13/4/2026\nB,,,,14/4/2026\nC,,,,4/13/2026\n';
  const messages = [...read(text).report.findings].map(({ message }) => message);
  expect(messages.join('\n')).toMatch(/Known are: F Inbox, .*, Not Relevant\./);
  expect(messages.join('\n')).toContain('Known are: Relevant, Question mark, Not relevant.');
  expect(messages.join('\n')).toContain('Open the file in Excel');
  expect(messages.join('\n')).toContain('Check which is the day.');
});

it('counts findings by kind and column, with the money of their rows', () => {
  const sheet = read('Client,Stage,Type,ARR,ARR,Pipe\nA,odd,odd,5%,,70\nB,odd,,20.5,,\n,,,,,\n,x,,5,,\n');
  expect(sheet.report.finding_counts).toEqual([
    { code: 'no_client', column: 'client', count: 1, amounts: null, value: 5 },
    { code: 'repeated_column', column: 'expected_arr', count: 1, amounts: null, value: null },
    { code: 'unknown_value', column: 'stage', count: 2, amounts: null, value: 90.5 },
    { code: 'unknown_value', column: 'type_of_deal', count: 1, amounts: null, value: 70 },
    { code: 'unreadable_money', column: 'expected_arr', count: 1, amounts: null, value: 70 },
  ]);
});

it('counts amounts in other currencies one by one, and adds them up', () => {
  const { finding_counts } = read('Client,Pipe,ARR\nA,€100.10,£1\nB,EUR 50,\nC,£20,\n,€7,\nD,5,\n').report;
  expect(finding_counts.filter(({ code }) => code === 'other_currency')).toEqual([
    { code: 'other_currency', column: 'expected_arr', count: 1, amounts: 1, value: 1 },
    { code: 'other_currency', column: 'pipeline', count: 2, amounts: 3, value: 170.1 },
  ]);
});

it('counts the money of a row once, and none of a sum of other rows', () => {
  const sheet = read('Client,Owner,ARR\nA,\0\0#REF!,10\nB,#REF!,20\nC,x,30\nTotal,,60\n');
  const values = sheet.report.finding_counts.map(({ code, count, value }) => [code, count, value]);
  expect(values).toEqual([
    ['nul_removed', 1, 10],
    ['spreadsheet_error', 2, 30],
    ['total_row', 1, null],
  ]);
});

it('tells the row into which each repeated one was merged', () => {
  const { duplicates } = read('Client,Stage,Discovery date\nA,,2026-01-01\nA,,2026-03-01\nA,,2026-02-01\n', {
    dedupe: 'client_stage',
  }).report;
  expect(duplicates.map(({ row, kept_row }) => [row, kept_row])).toEqual([
    [2, 3],
    [4, 3],
  ]);
});
