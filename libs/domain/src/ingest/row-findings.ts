import type { FindingStore } from './finding-store.js';
import type { SheetRow } from './sheet.js';
import { faultAt, type SheetColumn } from './sheet-column.js';
import type { SkipCode } from './skipped-rows.js';

type AnyColumn = SheetColumn<string | number | null>;

/**
 * Adds the findings of rows and their cells to those of lines, in the order of the sheet. Of a skipped row only why it is
 * skipped is told, and an error of the spreadsheet in place of its client.
 *
 * @param findings those of lines
 * @param rows every row
 * @param skipped why each skipped row is skipped, by its place
 * @param columns columns in the order of the sheet
 * @see docs/domain.md, section 9
 */
export function addRowFindings(
  findings: FindingStore,
  rows: readonly SheetRow[],
  skipped: ReadonlyMap<number, SkipCode>,
  columns: readonly AnyColumn[],
): void {
  const remarkable = columns
    .filter(({ faults }) => faults.length > 0)
    .map((column) => new RemarkableColumn(column, findings));
  const lines = findings.length;
  const clients = remarkable.filter(({ field }) => field === 'client');
  for (const [at, { row }] of rows.entries()) {
    const code = skipped.get(at);
    if (code !== undefined) findings.add(code, code === 'no_client' ? 'client' : null, row);
    if (code !== undefined && code !== 'no_client') continue;
    for (const column of code === undefined ? remarkable : clients) column.addAt(at, row);
  }
  findings.merge(lines);
}

/** A column with texts that there is something to say about: every row with such a text shares its subject. */
class RemarkableColumn {
  readonly field: AnyColumn['field'];
  /* By place of the text, 1 more than the subject, or 0. */
  readonly #subjects: Int32Array;

  constructor(
    private readonly column: AnyColumn,
    private readonly findings: FindingStore,
  ) {
    this.field = column.field;
    this.#subjects = new Int32Array(column.cells.count);
  }

  /** Adds what there is to say about the cell of a row. */
  addAt(at: number, row: number): void {
    const { cells, faults } = this.column;
    const place = cells.at(at);
    const code = faultAt(faults, place);
    if (code === undefined) return;
    this.#subjects[place] ||= this.findings.subject(code, this.field, cells.text(place)) + 1;
    this.findings.addAbout((this.#subjects[place] ?? 0) - 1, row);
  }
}
