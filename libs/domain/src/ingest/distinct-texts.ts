const FIRST_CAPACITY = 1024;

/**
 * The texts of one column, each kept once: a row holds the number of its text, and whatever is made of a text is made
 * once. Sheets repeat themselves.
 */
export class DistinctTexts {
  /** Each text once, in the order of appearance. */
  readonly texts: string[] = [];
  #numbers = new Map<string, number>();
  #rows = new Uint32Array(FIRST_CAPACITY);
  #count = 0;

  /** Adds the cell of the next row. */
  add(text: string): void {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.texts.push(text) - 1;
      this.#numbers.set(text, number);
    }
    if (this.#count === this.#rows.length) this.#grow();
    this.#rows[this.#count++] = number;
  }

  /** Number of the text in a row, counted from 0 in the order of adding: its place in {@link texts}. */
  at(row: number): number {
    return this.#rows[row] ?? 0;
  }

  /** Says that nothing will be added any more. */
  close(): void {
    this.#numbers = new Map();
  }

  #grow(): void {
    const larger = new Uint32Array(this.#rows.length * 2);
    larger.set(this.#rows);
    this.#rows = larger;
  }
}
