import { readSheet } from './read-sheet.js';
import { SheetError } from './sheet-error.js';
import type { SheetReport } from './sheet.js';

/** Where a sheet that is not read begins, as people are shown it. */
function begins(...lines: string[]) {
  const { separator, header_row } = reportOf(new TextEncoder().encode(`${lines.join('\n')}\n`));
  return { separator, header_row };
}

function reportOf(file: Uint8Array): SheetReport {
  try {
    return readSheet(file, { dateOrder: 'day_first', dedupe: 'none' }).report;
  } catch (error) {
    if (error instanceof SheetError && error.report) return error.report;
    throw error;
  }
}

const HEADER =
  'Monat;Eingang am;Kunde;CRM-Link;Phase;Relevanz;Erschienen;POA am;Monatsumsatz;Jahresumsatz;Auftragswert;Auftragsart;Vermittler;Herkunft;Produkt;Vertriebler;Unterstützer;Abrechnung ab';
const DEALS = [
  '2026-06;19.06.2026;Arbor Bäckerei;https://app.hubspot.com/contacts/99/deal/7001;E Erstgespräch;Relevant;Show;;2.400,00 €;28.800,00 €;28.800,00 €;Upsell;Lou;Inbound;Platform;Ben;;',
  '2026-07;26.07.2026;Arbor Shipping;https://app.hubspot.com/contacts/99/deal/7002;D POA gebucht;Relevant;Show;15.08.2026;1.100,00 €;13.200,00 €;13.200,00 €;Renewal;Max;Event;Platform;Cleo;;',
];

describe('a deal whose values are called like columns', () => {
  const client = ['Wer;Was;Wann;Wie viel', 'Arbor;Show;19.06.2026;2.400,00 €', 'Borrow;Show;20.06.2026;5 €'];

  it.each([
    ['a German header', [HEADER, ...DEALS], 1],
    ['a title and a German header', ['Vertrieb, Stand Juni', HEADER, ...DEALS], 2],
    ['a padded title', [`Vertrieb${';'.repeat(17)}`, HEADER, ...DEALS], 2],
    ['a header of which nothing is known', client, 1],
    [
      'a header with a link below it',
      ['Wer;Was;Wo', 'A;Show;https://a.example/1', 'B;Show;https://a.example/2'],
      1,
    ],
  ])('is no header: %s', (_, lines, header_row) => {
    expect(begins(...lines)).toEqual({ separator: ';', header_row });
  });

  it('is where a sheet begins that has nothing else', () => {
    expect(begins(...client.slice(1))).toEqual({ separator: ';', header_row: 1 });
  });
});

it('a header of years is one, when it knows Client', () => {
  expect(begins('Sales', 'Client;2025;2026', 'Arbor;1;2')).toEqual({ separator: ';', header_row: 2 });
});

describe('where nothing is known under any separator', () => {
  const lines = ['SKU;Price;Stock', 'A0;0,50;0', 'A1;1,50;3', 'A2;2,50;6'];

  it('the one that cuts the lines alike, into several cells, is taken', () => {
    expect(begins(...lines)).toEqual({ separator: ';', header_row: 1 });
    expect(begins('Report', ...lines)).toEqual({ separator: ';', header_row: 2 });
    expect(begins(...lines.map((line) => line.replaceAll(';', '\t')))).toEqual({
      separator: '\t',
      header_row: 1,
    });
  });

  it('the first line with text begins a sheet of single cells', () => {
    expect(begins('', 'some text', 'more of it')).toEqual({ separator: ',', header_row: 2 });
  });
});
