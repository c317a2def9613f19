import fc from 'fast-check';
import { CsvScanner, unquoted } from './csv-scanner.js';
import { readSheet } from './read-sheet.js';

const OPTIONS = { dateOrder: 'day_first', dedupe: 'client_stage' } as const;

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readSheet(bytes(text), OPTIONS);
const found = ({ report }: ReturnType<typeof read>) =>
  [...report.findings].map(({ row, column, code }) => `${row} ${column} ${code}`);
const clients = ({ rows }: ReturnType<typeof read>) => rows.map(({ row, client }) => [row, client]);

describe('a quote that does not close', () => {
  it('is a character, wherever the next quote stands', () => {
    const sheet = read('Client,Owner\n"Acme,Ann\nBolt,Bob\nCore,"Cid, Jr"\nDune,Dan\n');
    expect(clients(sheet)).toEqual([
      [2, '"Acme'],
      [3, 'Bolt'],
      [4, 'Core'],
      [5, 'Dune'],
    ]);
    expect(sheet.rows[2]?.owner).toBe('Cid, Jr');
    expect(found(sheet)).toEqual(['2 client quote_not_closed']);
  });

  it('is one of doubled quotes that lead nowhere', () => {
    const sheet = read('Client,Owner\n"Acme ""the"", one,Ann\nBolt,Bob\n');
    expect(sheet.rows[0]).toMatchObject({ client: '"Acme ""the""', owner: 'one' });
    expect(found(sheet)).toEqual(['2 client quote_not_closed', '2 null surplus_cells']);
  });

  it('may stand at the end of the file', () => {
    expect(found(read('Client,Owner\nAcme,"'))).toEqual(['2 owner quote_not_closed']);
  });

  it('is reported without a column when it stands in an unknown one', () => {
    expect(found(read('Client,Notes\n"Acme","soon'))).toEqual(['2 null quote_not_closed']);
    expect(found(read('Client,Owner\nAcme,Ann,"more'))).toEqual([
      '2 null quote_not_closed',
      '2 null surplus_cells',
    ]);
  });

  it('is reported with the text that it begins', () => {
    expect([...read('Client,Owner\nAcme,"Ann').report.findings][0]).toMatchObject({
      value: '"Ann',
      message: expect.stringContaining('"Ann begins with a quote that never closes') as unknown,
    });
  });

  it('closes before the next tab where tabs separate', () => {
    const sheet = read('Client\tOwner\tStage\n"Acme\tAnn"\twon\n"Bolt"\t"B\nob"\twon\n');
    expect(sheet.rows.map(({ client, owner }) => [client, owner])).toEqual([
      ['"Acme', 'Ann"'],
      ['Bolt', 'B\nob'],
    ]);
    expect(found(sheet)).toEqual(['2 client quote_not_closed']);
  });

  it.each(['\n', '\r\n', '\r'])('closes before %j and the end of the file', (lineBreak) => {
    const sheet = read(['Client,Owner', '"Acme","Ann"', '"Bolt","Bob"'].join(lineBreak));
    expect(sheet.rows.map(({ client, owner }) => `${client} ${owner}`)).toEqual(['Acme Ann', 'Bolt Bob']);
    expect(found(sheet)).toEqual([]);
  });
});

describe('a quoted cell of several lines', () => {
  it('is reported when one of them looks like a row', () => {
    const sheet = read('Client,Owner,Stage\nAcme,"Ann\nBolt,Bob,won\nCore,Cid",won\n');
    expect(clients(sheet)).toEqual([[2, 'Acme']]);
    expect(found(sheet)).toEqual(['2 owner quoted_rows']);
  });

  it('is ordinary when none does, or when it is one line', () => {
    const text = 'Client,Owner,Stage\nAcme,"Ann,\nBob",won\nBolt,"Ann,Bob,Cid",won\n';
    expect(found(read(text))).toEqual([]);
  });
});

const pieces = fc.array(fc.constantFrom('"', '""', 'a', ',', '\n', '\t', '\r\n', '\r'), { maxLength: 40 });

it('the cells of all lines, their separators and line ends are the file', () => {
  fc.assert(
    fc.property(pieces, fc.constantFrom(',', '\t'), (parts, separator) => {
      const file = bytes(parts.join(''));
      const scanner = new CsvScanner(file, separator.charCodeAt(0));
      let next = 0;
      while (scanner.next()) {
        for (let at = 0; at < scanner.count; at++) {
          expect(scanner.starts[at]).toBe(next);
          next = (scanner.ends[at] ?? 0) + 1;
        }
        if (file[next - 1] === 0x0d && file[next] === 0x0a) next++;
        expect(scanner.end).toBe(next);
      }
      expect(next).toBeGreaterThanOrEqual(file.length);
    }),
  );
});

it('takes the quotes off the cells that the scanner calls closed, and off no others', () => {
  fc.assert(
    fc.property(pieces, fc.constantFrom(',', '\t'), (parts, separator) => {
      const file = bytes(parts.join(''));
      const scanner = new CsvScanner(file, separator.charCodeAt(0));
      while (scanner.next()) {
        for (let at = 0; at < scanner.count; at++) {
          const written = new TextDecoder().decode(file.subarray(scanner.starts[at], scanner.ends[at]));
          const isKept = !written.startsWith('"') || scanner.unclosed.includes(at);
          expect(unquoted(written) === written).toBe(isKept);
        }
      }
    }),
  );
});

it('reads any number of quotes that do not close in a moment', () => {
  for (const line of ['"a\n', '"a,"a\n', '"",\n', '"a""b\n', '"a,"""",\n']) {
    const lines = Math.floor(4_000_000 / line.length);
    const scanner = new CsvScanner(bytes(line.repeat(lines) + '"x'), 0x2c);
    let count = 0;
    while (scanner.next()) count++;
    expect(count).toBe(lines + 1);
  }
});
