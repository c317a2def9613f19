import { isoDay, monthKey } from '@app/domain';
import { type SampleDeal, sampleDeals } from './sample-deals.js';

const HEADER = [
  'Month',
  'Discovery date',
  'Client',
  'Hubspot link',
  'Stage',
  'Relevance',
  'Show/Nowshow',
  'POA date',
  'Expected MRR',
  'Expected ARR',
  'Pipeline',
  'Type of deal',
  'BDR',
  'Type of source',
  'Product',
  'Owner',
  'Supporters',
  'Billing start',
];

/** A sheet of sample deals as CSV, with the everyday dirt of a sheet that people keep by hand. */
export function sampleSheet(view: string, today: string): string {
  const rows = sampleDeals(view, today).map(toRow);
  return [HEADER, ...rows, ...dirty(rows)].map(csvLine).join('\n') + '\n';
}

function toRow(deal: SampleDeal): string[] {
  return [
    monthKey(deal.discovered),
    isoDay(deal.discovered),
    deal.client,
    deal.link,
    deal.stage,
    deal.relevance,
    deal.show,
    deal.poa === null ? '' : isoDay(deal.poa),
    deal.arr === null ? '' : (deal.arr / 12).toFixed(2),
    deal.arr === null ? '' : String(deal.arr),
    deal.pipe === null ? '' : String(deal.pipe),
    deal.type,
    deal.bdr,
    deal.source,
    deal.product,
    deal.owner,
    '',
    deal.billing === null ? '' : isoDay(deal.billing),
  ];
}

/** What a report has to tell: a deal typed twice, a row without client, an unknown stage, a bad date, a bad amount. */
function dirty(rows: readonly string[][]): string[][] {
  const like = (index: number, changes: Readonly<Record<string, string>>): string[] =>
    HEADER.map((column, at) => changes[column] ?? rows[index]?.[at] ?? '');
  const typedTwice = (rows[0]?.[2] ?? '').toUpperCase();
  return [
    like(0, { Client: ` ${typedTwice} `, 'Hubspot link': '' }),
    like(40, { Client: '', 'Hubspot link': '' }),
    like(41, { Client: 'Meridian Bakery', 'Hubspot link': '', Stage: 'Waiting for budget' }),
    like(42, { Client: 'Northwind Tiles', 'Hubspot link': '', 'Discovery date': 'September', Month: '' }),
    like(43, {
      Client: 'Oakline Press',
      'Hubspot link': '',
      Pipeline: 'tbc',
      'Expected ARR': '',
      'Expected MRR': '',
    }),
    like(44, { Client: 'Pebble Airlines', 'Hubspot link': '', 'Type of source': 'Carrier pigeon' }),
  ];
}

const csvLine = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
