import { bytesOf, checked, found, readPlainly } from '../testing/checked-sheet.js';
import { SheetError, type SheetErrorCode } from './sheet-error.js';
import type { Sheet } from './sheet.js';

/*
 * What people upload by mistake, and what tools make of sheets: each is taken exactly, or refused with its row. Other
 * specs have the kinds one by one; this is the list that somebody reads who wonders what happens to a file.
 */

const utf16 = (text: string, mark = '\ufeff') =>
  Uint8Array.from(
    Array.from(`${mark}${text}`, (_, at) => `${mark}${text}`.charCodeAt(at)).flatMap((unit) => [
      unit & 255,
      unit >> 8,
    ]),
  );
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const shown = ({ rows }: Sheet) =>
  rows.map(({ row, client, stage, owner }) =>
    [row, client, stage, owner].filter((cell) => cell !== null && cell !== '').join(' | '),
  );

describe('a sheet is taken exactly', () => {
  it.each<[string, string | Uint8Array, string[], string[]?]>([
    ['in UTF-16 with mark', utf16('Client\tOwner\r\nZoë 🙂\tRémi\r\n'), ['2 | Zoë 🙂 | Rémi']],
    [
      'in UTF-16 without mark',
      utf16('Client,Owner\nAcme,Ann\nBeta,Bob\n', ''),
      ['2 | Acme | Ann', '3 | Beta | Bob'],
    ],
    ['with two byte order marks', '\ufeff\ufeffClient,Owner\nAcme,Ann\n', ['2 | Acme | Ann']],
    ['with a byte order mark before quotes', '\ufeff"Client","Owner"\nAcme,Ann\n', ['2 | Acme | Ann']],
    ['with a byte order mark inside', 'Client,Owner\n\ufeffAcme,Ann\n', ['2 | Acme | Ann']],
    ['in Windows-1252', latin1('Client,Owner\nCaf\xe9,Ann\n'), ['2 | Café | Ann'], ['- - encoding_guessed']],
    ['with NUL in a name', 'Client,Owner\nAc\0me,Ann\n', ['2 | Acme | Ann'], ['2 - nul_removed']],
    [
      'with every line end',
      'Client,Owner\rA,1\r\nB,2\nC,3\n\rD,4',
      ['2 | A | 1', '3 | B | 2', '4 | C | 3', '6 | D | 4'],
    ],
    ['with blank lines inside', 'Client,Owner\n\nA,1\n,\n \t\nB,2\n', ['3 | A | 1', '6 | B | 2']],
    ['with blank lines above', '\n,,\n  \nClient,Owner\nA,1\n', ['5 | A | 1']],
    ['with a title above', 'Pipeline\nClient,Owner\nA,1\n', ['3 | A | 1'], ['1 - above_header']],
    [
      'with a title in quotes above',
      '"Pipeline, 2026"\nClient,Owner\nA,1\n',
      ['3 | A | 1'],
      ['1 - above_header'],
    ],
    [
      'with two header lines',
      'Deals,,\nClient,Stage,Owner\nA,Won,1\n',
      ['3 | A | A Closed | 1'],
      ['1 - above_header'],
    ],
    [
      'with the header again',
      'Client,Owner\nA,1\nClient,Owner\nB,2\n',
      ['2 | A | 1', '4 | B | 2'],
      ['3 - repeated_header'],
    ],
    [
      'with the header again, in part',
      'Client,Owner,ARR\nA,1,\nclient,,arr\n',
      ['2 | A | 1'],
      ['3 - repeated_header'],
    ],
    ['with a client called Client', 'Client,Owner\nClient,Ann\n', ['2 | Client | Ann']],
    [
      'with a sum at the end',
      'Client,ARR\nA,1\nB,2\nC,3\nTotal,6\n',
      ['2 | A', '3 | B', '4 | C'],
      ['5 - total_row'],
    ],
    [
      'with sums within',
      'Client,ARR\nA,1\nB,2\nC,3\nSous-total,6\nD,4\nTOTAL GÉNÉRAL,10\n',
      ['2 | A', '3 | B', '4 | C', '6 | D'],
      ['5 - total_row', '7 - total_row'],
    ],
    [
      'with a sum that is wrong',
      'Client,ARR\nA,1\nB,2\nC,3\nTotal,7\n',
      ['2 | A', '3 | B', '4 | C', '5 | Total'],
    ],
    ['with a sum of two', 'Client,ARR\nA,1\nB,2\nTotal,3\n', ['2 | A', '3 | B', '4 | Total']],
    [
      'with a sum without client',
      'Client,ARR\nA,1\nB,2\nC,3\n,6\n',
      ['2 | A', '3 | B', '4 | C'],
      ['5 client no_client'],
    ],
    ['with check boxes below', 'Client,Won\nA,TRUE\nFALSE,FALSE\n,FALSE\n', ['2 | A'], undefined],
    ['with missing cells', 'Client,Stage,Owner\nA\nB,Won\n', ['2 | A', '3 | B | A Closed']],
    ['with surplus cells', 'Client,Owner\nA,1,x\nB,2,,\n', ['2 | A | 1', '3 | B | 2'], ['2 - surplus_cells']],
    ['with a column twice', 'Client,Owner,Owner\nA,1,2\n', ['2 | A | 1'], ['- owner repeated_column']],
    [
      'with two columns for clients',
      'Client,Stage,client\n,Won,B\nA,Won,C\n',
      ['3 | A | A Closed'],
      ['- client repeated_column', '2 client no_client'],
    ],
    ['with a column without header', 'Client,,Owner\nA,x,1\n', ['2 | A | 1']],
    ['with a separator at each end', 'Client;Owner;\nA;1;\n', ['2 | A | 1']],
    ['with semicolons and a decimal comma', 'Client;ARR;Owner\nA;12,50;1\n', ['2 | A | 1']],
    ['with tabs and commas', 'Client\tOwner\nA, Inc\tAnn, Bob\n', ['2 | A, Inc | Ann, Bob']],
    ['with a sep= line', 'sep=;\r\nClient;Owner\r\nA;1\r\n', ['2 | A | 1']],
    ['with quotes around all', '"Client","Owner"\n"A ""B""","O\'Neil, Jr"\n', ['2 | A "B" | O\'Neil, Jr']],
    ['with a line break in a cell', 'Client,Owner\n"A\nB",1\nC,2\n', ['2 | A\nB | 1', '3 | C | 2']],
    [
      'with a quote that does not close',
      'Client,Owner\n"A,1\nB,2\n',
      ['2 | "A | 1', '3 | B | 2'],
      ['2 client quote_not_closed'],
    ],
    [
      'with a quote that does not close, last',
      'Client,Owner\nA,1\nB,"2',
      ['2 | A | 1', '3 | B | "2'],
      ['3 owner quote_not_closed'],
    ],
    ['with text after a quote', 'Client,Owner\n"A" x,1\n', ['2 | "A" x | 1'], ['2 client quote_not_closed']],
    ['with quotes inside', 'Client,Owner\nA 24" B,1\n', ['2 | A 24" B | 1']],
    [
      'with rows inside quotes',
      'Client,Owner\n"A,1\nB,2\nC",3\n',
      ['2 | A,1\nB,2\nC | 3'],
      ['2 client quoted_rows'],
    ],
    ['with empty quotes', 'Client,Owner\n"",1\n"A",""\n', ['3 | A'], ['2 client no_client']],
    [
      'with invisible clients',
      'Client,Owner\n\u00a0,1\n\u200b,2\n\u3000x,3\n',
      ['4 | x | 3'],
      ['2 client no_client', '3 client no_client'],
    ],
    [
      'with an error for a client',
      'Client,Owner\n#REF!,1\nA,2\n',
      ['3 | A | 2'],
      ['2 client no_client', '2 client spreadsheet_error'],
    ],
    [
      'with errors in cells',
      'Client,Stage,Owner\nA,#N/A,#VALUE!\n',
      ['2 | A'],
      ['2 stage spreadsheet_error', '2 owner spreadsheet_error'],
    ],
    ['still loading', 'Client,Owner\nA,Loading...\n', ['2 | A'], ['2 owner spreadsheet_error']],
    ['with nobody', 'Client,Owner\nA,TBD\nB,n/a\nC,-\n', ['2 | A', '3 | B', '4 | C']],
    ['with emoji', 'Client,Owner\n👩🏽‍💻 Labs,🙂\n', ['2 | 👩🏽‍💻 Labs']],
    ['from right to left', 'Client,Owner\n\u202bشركة\u202c,עברית\n', ['2 | شركة | עברית']],
    [
      'with HTML',
      'Client,Owner\n<script>alert(1)</script>,<b>Ann</b>\n',
      ['2 | <script>alert(1)</script> | <b>Ann</b>'],
    ],
    ['with formulas', 'Client,Owner\n=1+1,@ann\n+A,-b\n', ['2 | =1+1 | @ann', '3 | +A | -b']],
    ['with guarded formulas', "Client,Owner\n'=1+1,'@ann\n", ['2 | =1+1 | @ann']],
    ['decoded twice', 'Client,Owner\nCafÃ© NoÃ«,RÃ©mi\n', ['2 | Café Noë | Rémi']],
    [
      'with keys of the language',
      'Client,Owner,__proto__,constructor\n__proto__,constructor,a,b\n',
      ['2 | __proto__ | constructor'],
    ],
    ['with operators of a database', 'Client,Owner\n$where,{"$ne":1}\n', ['2 | $where | {"$ne":1}']],
    [
      'with an unknown stage',
      'Client,Stage\nA,In the oven\n',
      ['2 | A | In the oven'],
      ['2 stage unknown_value'],
    ],
    [
      'with stages in other words',
      'Client,Stage\nA,WON\nB,closed lost\nC,c – proposal sent\n',
      ['2 | A | A Closed', '3 | B | Lost', '4 | C | c – proposal sent'],
      ['4 stage unknown_value'],
    ],
    ['of one column', 'Client\nA\nB\n', ['2 | A', '3 | B']],
    [
      'with vertical tabs and form feeds',
      'Client,Owner\nA\u000bB,1\n\u000c,2\n',
      ['2 | A\u000bB | 1'],
      ['3 client no_client'],
    ],
    ['with Unicode line separators', 'Client,Owner\nA\u2028B,1\n', ['2 | A\u2028B | 1']],
    [
      'with half an emoji in UTF-16',
      utf16('Client,Owner\nA\ud83d,1\n'),
      ['2 | A\ufffd | 1'],
      ['2 - bad_byte'],
    ],
    [
      'with a damaged letter',
      Uint8Array.from([...bytesOf(`Client,Owner\n${'é'.repeat(20)},1\nB`), 0xe9, ...bytesOf(',2\n')]),
      [`2 | ${'é'.repeat(20)} | 1`, '3 | B\ufffd | 2'],
      ['3 - bad_byte'],
    ],
  ])('%s', (_, file, rows, ...[findings = []]) => {
    const sheet = checked(file);
    expect(shown(sheet)).toEqual(rows);
    expect(found(sheet)).toEqual(findings);
  });
});

describe('what is no sheet is refused', () => {
  it.each<[string, string | Uint8Array, SheetErrorCode, string]>([
    ['nothing', '', 'empty', 'no line with text'],
    ['blank lines', '\n \n,,\n', 'empty', 'no line with text'],
    ['a byte order mark alone', '\ufeff', 'empty', 'no line with text'],
    ['NULs alone', '\0\0\0\0', 'empty', 'no line with text'],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      'not_text',
      'binary data',
    ],
    ['a document', '%PDF-1.7\nClient,Owner\nA,1\n', 'not_text', 'binary data'],
    ['a web page', '<!DOCTYPE html>\n<html><body>Client,Owner</body></html>', 'web_page', 'is a web page'],
    [
      'a page to sign in',
      '\ufeff\n<html lang="en"><head><title>Sign in</title>',
      'web_page',
      'Download the sheet',
    ],
    ['the header alone', 'Client,Owner\n', 'header_only', 'row 1'],
    ['a header below others', 'x\n\nClient,Owner\n,\n', 'header_only', 'row 3'],
    ['no clients column', 'Company,Owner\nA,1\n', 'no_client_column', '"Company" may be it'],
    ['other cells', 'Client|Owner\nA|1\n', 'no_client_column', 'separated by "|"'],
    ['no client at all', 'Client,Owner\n,1\n#REF!,2\n', 'no_row_to_keep', 'None of the 2 rows has a client'],
    [
      'a cell of 10 MB',
      `Client,Owner\nA,1\nB,${'x'.repeat(10_000_000)}\n`,
      'line_too_long',
      'Row 3 is longer than 1 million bytes; its longest cell is in column B',
    ],
    [
      'a quote over a million bytes',
      `Client,Owner\n"A,1\n${'B,2\n'.repeat(300_000)}"`,
      'line_too_long',
      'Row 2',
    ],
    [
      'damage all over',
      Uint8Array.from([0xef, 0xbb, 0xbf, ...bytesOf('Client\nA\nB\n'), ...Array<number>(100_001).fill(0xff)]),
      'too_damaged',
      'up to row 4',
    ],
  ])('%s', (_, file, code, message) => {
    const error = refusalOf(file);
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });

  function refusalOf(file: string | Uint8Array): SheetError {
    try {
      readPlainly(file);
    } catch (error) {
      if (error instanceof SheetError) return error;
      throw error;
    }
    throw new Error('It was read.');
  }
});

it('ten thousand columns are read, and the surplus named by number', () => {
  const sheet = checked(
    `Client,${Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(',')}\nA${',x'.repeat(10_000)}\n`,
  );
  expect(sheet.report).toMatchObject({ kept: 1, unknown_columns_count: 10_000 });
});
