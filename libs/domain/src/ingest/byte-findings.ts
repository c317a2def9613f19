import type { EncodedSheet } from './encoding.js';
import type { ImportFinding } from './sheet.js';
import { rowFinding } from './sheet-column.js';

/**
 * Findings about the bytes of lines: each sequence that was no character, and each line that lost NULs.
 *
 * @see docs/domain.md, section 9
 */
export class ByteFindings {
  #bad = 0;
  #nul = 0;

  constructor(private readonly sheet: EncodedSheet) {}

  /**
   * Adds the findings of the next line.
   *
   * @param row its row
   * @param end where the line after it begins
   * @param found the list to add to
   */
  take(row: number, end: number, found: ImportFinding[]): void {
    const { badBytes, nuls } = this.sheet;
    for (; (badBytes[this.#bad] ?? end) < end; this.#bad++) found.push(rowFinding('bad_byte', row));
    if ((nuls[this.#nul] ?? end) < end) found.push(rowFinding('nul_removed', row));
    while ((nuls[this.#nul] ?? end) < end) this.#nul++;
  }
}
