import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE = join(import.meta.dirname, '../data/crm-opportunities.csv');

/** Headers of a team's own sheet: none but `product` is a column of ours. */
export const CRM_HEADERS = [
  'opportunity_id',
  'sales_agent',
  'product',
  'account',
  'deal_stage',
  'engage_date',
  'close_date',
  'close_value',
] as const;

/** The sample of opportunities as the CRM exports it: its own headers, ISO dates, plain numbers, `Won`. */
export function crmSheet(): string {
  const [header = '', ...lines] = readFileSync(SAMPLE, 'utf8').trimEnd().split(/\r?\n/);
  const names = cellsOf(header);
  const rows = lines.map((line) => {
    const cells = cellsOf(line);
    const cell = (name: string) => cells[names.indexOf(name)] ?? '';
    return [
      cell('Hubspot link').split('/').at(-1) ?? '',
      cell('Owner'),
      cell('Product'),
      cell('Client'),
      cell('Stage').replace('A Closed', 'Won'),
      isoOf(cell('Discovery date')),
      isoOf(cell('Billing start')),
      cell('Expected ARR').replace(/[$,]/g, ''),
    ].join(',');
  });
  return [CRM_HEADERS.join(','), ...rows].join('\n');
}

const cellsOf = (line: string) =>
  [...`,${line}`.matchAll(/,(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

const isoOf = (date: string) => date.split('/').toReversed().join('-');
