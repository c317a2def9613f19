import type { FindingStore } from './finding-store.js';
import type { FindingList, FindingPlace, ImportFinding } from './sheet.js';

/** Findings about columns, and behind them those about rows, which become objects as they are read. */
export class SheetFindings implements FindingList {
  constructor(
    private readonly first: readonly ImportFinding[],
    private readonly rows: FindingStore,
  ) {}

  get length(): number {
    return this.first.length + this.rows.length;
  }

  /** The same behind others. */
  after(findings: readonly ImportFinding[]): SheetFindings {
    return new SheetFindings([...findings, ...this.first], this.rows);
  }

  slice(from: number, to: number): ImportFinding[] {
    const count = Math.max(0, Math.min(to, this.length) - from);
    return Array.from({ length: count }, (_, at) => this.#at(from + at));
  }

  *[Symbol.iterator](): Iterator<ImportFinding> {
    for (let at = 0; at < this.length; at++) yield this.#at(at);
  }

  /** Where they are, and of which kind: nothing is put into words. */
  *places(): Generator<FindingPlace> {
    yield* this.first;
    for (let at = 0; at < this.rows.length; at++) yield this.rows.placeOf(at);
  }

  #at(at: number): ImportFinding {
    return this.first[at] ?? this.rows.at(at - this.first.length);
  }
}

/** Where findings are, and of which kind, in their order. */
export const placesOf = (findings: FindingList): Iterable<FindingPlace> =>
  findings instanceof SheetFindings ? findings.places() : findings;
