import { fold } from '../normalise/fold.js';

/**
 * The people or products of a dataset, each with a code; code 0 is none. Names that are equal when folded are one.
 *
 * @see docs/domain.md, section 2
 */
export interface Names {
  /** Folded name by code; null at 0. */
  readonly keys: readonly (string | null)[];
  /** How often each spelling occurs, by code, in the order of first occurrence. */
  readonly spellings: readonly ReadonlyMap<string, number>[];
}

/** What a name is known by once it was read. */
interface KnownName {
  /** Its code; 0 for none. */
  readonly code: number;
  /** Which of the spellings of that code it is. */
  readonly spelling: number;
}

const NO_NAME: KnownName = { code: 0, spelling: 0 };

/** Gives names their codes. */
export class NamesBuilder implements Names {
  readonly keys: (string | null)[] = [null];
  readonly spellings: Map<string, number>[] = [new Map<string, number>()];
  private readonly codes = new Map<string, number>();
  private readonly written = new Map<string, KnownName>();

  /** Counts a name as it was written. */
  add(name: string | null): KnownName {
    if (name === null) return NO_NAME;
    const known = this.written.get(name) ?? this.firstOf(name);
    const spellings = this.spellings[known.code];
    if (known.code !== 0) spellings?.set(name, (spellings.get(name) ?? 0) + 1);
    return known;
  }

  /** The names without what only building needs. */
  build(): Names {
    return { keys: this.keys, spellings: this.spellings };
  }

  private firstOf(name: string): KnownName {
    const code = this.codeOfKey(fold(name));
    const known = code === 0 ? NO_NAME : { code, spelling: this.spellings[code]?.size ?? 0 };
    this.written.set(name, known);
    return known;
  }

  private codeOfKey(key: string): number {
    if (key === '') return 0;
    let code = this.codes.get(key);
    if (code === undefined) {
      this.codes.set(key, (code = this.keys.length));
      this.keys.push(key);
      this.spellings.push(new Map());
    }
    return code;
  }
}

/**
 * How each name of some datasets is shown: its most frequent spelling over all of them, the first on a tie.
 *
 * @returns the spelling by folded name
 * @see docs/domain.md, section 2
 */
export function shownSpellings(datasets: readonly Names[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { keys, spellings } of datasets) {
    keys.forEach((key, code) => {
      if (key !== null) addCounts(counts, key, spellings[code] ?? new Map());
    });
  }
  return new Map([...counts].map(([key, spelled]) => [key, mostFrequent(spelled)]));
}

function addCounts(
  counts: Map<string, Map<string, number>>,
  key: string,
  more: ReadonlyMap<string, number>,
): void {
  const spelled = counts.get(key) ?? new Map<string, number>();
  counts.set(key, spelled);
  for (const [text, count] of more) spelled.set(text, (spelled.get(text) ?? 0) + count);
}

function mostFrequent(spelled: ReadonlyMap<string, number>): string {
  let shown = '';
  let most = 0;
  for (const [text, count] of spelled) if (count > most) [shown, most] = [text, count];
  return shown;
}
