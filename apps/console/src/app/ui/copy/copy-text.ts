import { guardCell } from '@app/domain/ingest';
import type { Copyable } from './copyable';

/** A copyable as lines with tabs between the columns: what a plain-text mail and a spreadsheet take. */
export function plainText({ title, subtitle, columns, rows, totals }: Copyable): string {
  // Text that a spreadsheet would run as a formula is escaped as in an export; numbers never are.
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (columns[at]?.unit === null ? guardCell(oneLine(cell)) : cell)).join('\t');
  const table = [columns.map(({ label }) => oneLine(label)).join('\t'), ...rows.map(line)];
  return [title, ...(subtitle ? [subtitle] : []), '', ...table, ...(totals ? [line(totals)] : [])].join('\n');
}

/** A copyable as an HTML table, in attributes that every mail program keeps. */
export function htmlText({ title, subtitle, columns, rows, totals }: Copyable): string {
  const align = columns.map(({ unit }) => (unit === null ? 'left' : 'right'));
  const row = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell, at) => `<${tag} align="${align[at] ?? 'left'}">${escaped(cell)}</${tag}>`).join('')}</tr>`;
  const labels = columns.map(({ label }) => label);
  return [
    `<p><b>${escaped(title)}</b>${subtitle ? `<br>${escaped(subtitle)}` : ''}</p>`,
    '<table border="1" cellpadding="6" cellspacing="0">',
    `<thead>${row(labels, 'th')}</thead>`,
    `<tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody>`,
    totals ? `<tfoot>${row(totals, 'th')}</tfoot>` : '',
    '</table>',
  ].join('');
}

const oneLine = (text: string) => text.replace(/[\t\r\n]+/g, ' ');

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
