import type { EncodedSheet } from './encoding.js';
import type { FindingStore } from './finding-store.js';

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
   * @param found where they are added
   */
  take(row: number, end: number, found: FindingStore): void {
    const { badBytes, nuls } = this.sheet;
    for (; (badBytes[this.#bad] ?? end) < end; this.#bad++) found.add('bad_byte', null, row);
    if ((nuls[this.#nul] ?? end) < end) found.add('nul_removed', null, row);
    while ((nuls[this.#nul] ?? end) < end) this.#nul++;
  }
}
