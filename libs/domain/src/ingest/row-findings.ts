import type { ImportFinding, SheetRow } from './sheet.js';
import { rowFinding, type SheetColumn } from './sheet-column.js';
import type { SkipCode } from './skipped-rows.js';

type AnyColumn = SheetColumn<string | number | null>;

/**
 * The findings of rows and their cells, in the order of the sheet. Of a skipped row only why it is skipped is told, and
 * an error of the spreadsheet in place of its client.
 *
 * @param rows every row
 * @param skipped why each skipped row is skipped, by its place
 * @param columns columns in the order of the sheet
 * @see docs/domain.md, section 9
 */
export function rowFindings(
  rows: readonly SheetRow[],
  skipped: ReadonlyMap<number, SkipCode>,
  columns: readonly AnyColumn[],
): ImportFinding[] {
  const findings: ImportFinding[] = [];
  const remarkable = columns.filter((column) => column.findings.size > 0);
  const clients = remarkable.filter(({ field }) => field === 'client');
  for (const [at, { row }] of rows.entries()) {
    const code = skipped.get(at);
    if (code !== undefined)
      findings.push({ ...rowFinding(code, row), column: code === 'no_client' ? 'client' : null });
    if (code === undefined || code === 'no_client')
      addFindings(findings, code === undefined ? remarkable : clients, row, at);
  }
  return findings;
}

function addFindings(
  findings: ImportFinding[],
  columns: readonly AnyColumn[],
  row: number,
  at: number,
): void {
  for (const { field, cells, findings: found } of columns) {
    const finding = found.get(cells.at(at));
    if (finding) findings.push({ row, column: field, ...finding, count: null, sum: null });
  }
}
