import { HashTable, NONE } from '../data-structures/hash-table.js';
import { FIRST_HASH, hashed, mixed, textHash } from '../data-structures/text-hash.js';
import { fold } from '../normalise/index.js';

const SPACE = 0x20;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
const LOWER = 0x20;
const LAST_PLAIN = 0x7e;

/**
 * Numbers pairs of texts, both compared folded: equal pairs get the same number, new ones the next. For hundreds of
 * thousands of different pairs this takes a fraction of the time of folding all and looking them up in a Map, which
 * still takes those that were made to collide.
 */
export class FoldedPairs {
  readonly #firsts: string[] = [];
  readonly #seconds: string[] = [];
  readonly #crowded = new Map<string, number>();
  readonly #table = new HashTable((number) => this.#crowded.set(this.#keyOf(number), number));

  /** The number of a pair, counted from 0. */
  numberOf(first: string, second: string): number {
    const table = this.#table;
    const hash = foldedHash(second, foldedHash(first));
    for (let number = table.first(hash); number !== NONE; number = table.next())
      if (this.#isPair(number, first, second)) return number;
    const crowded = table.isCrowded ? this.#crowded.get(joined(first, second)) : undefined;
    return crowded ?? this.#add(first, second);
  }

  #isPair(number: number, first: string, second: string): boolean {
    return isAlike(this.#seconds[number] ?? '', second) && isAlike(this.#firsts[number] ?? '', first);
  }

  #add(first: string, second: string): number {
    this.#firsts.push(first);
    this.#seconds.push(second);
    return this.#table.add();
  }

  #keyOf(number: number): string {
    return joined(this.#firsts[number] ?? '', this.#seconds[number] ?? '');
  }
}

/* The hash of the folded text, without folding what is plain: almost all of it. */
function foldedHash(text: string, seed = FIRST_HASH): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < SPACE || unit > LAST_PLAIN) return textHash(fold(text), seed);
    if (unit !== SPACE) hash = hashed(hash, unit >= UPPER_A && unit <= UPPER_Z ? unit | LOWER : unit);
  }
  return mixed(hash);
}

const isAlike = (one: string, other: string) => one === other || fold(one) === fold(other);

/* The length says where the first one ends. */
const joined = (first: string, second: string) => `${fold(first).length} ${fold(first)}${fold(second)}`;
