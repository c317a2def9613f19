import type { ColumnKind, ExportCell, ExportColumn } from '@app/domain';
import type { ExportRow } from './export-table.js';

/** Rows whose texts are measured: a longer list looks like its beginning. */
const MEASURED = 500;
/** Characters of a column at most, and beside what is in it: the button of a filter. */
const MOST = 48;
const BUTTON = 3;
const DATE = 10;

/** How an amount is shown: its sign before it, else the code of its currency, with the decimals that it has. */
export function moneyFormat(currency: string): string {
  const money = new Intl.NumberFormat('en', { style: 'currency', currency });
  const sign = money.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
  const decimals = money.resolvedOptions().maximumFractionDigits ?? 2;
  // A sign that several currencies have, such as CA$, would not be read as this one again.
  const shown = /^\p{Sc}$/u.test(sign) ? sign : `${currency} `;
  return `"${shown}"#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
}

/** The width of each column in characters: that of its header or its longest text, within limits. */
export function columnWidths(columns: readonly ExportColumn[], rows: readonly ExportRow[]): number[] {
  const measured = rows.slice(0, MEASURED);
  return columns.map(({ label, kind }, at) => {
    const longest = measured.reduce((most, row) => Math.max(most, lengthOf(row[at] ?? null, kind)), 0);
    return Math.min(Math.max(label.length + BUTTON, longest + 2), MOST);
  });
}

/** Characters of a cell as it is shown. */
function lengthOf(cell: ExportCell, kind: ColumnKind): number {
  if (cell === null) return 0;
  if (kind === 'date') return DATE;
  if (typeof cell === 'string') return cell.length;
  if (kind === 'money') return Math.round(cell).toLocaleString('en').length + '$.00'.length;
  return kind === 'ratio' ? '100.0%'.length : String(cell).length;
}
