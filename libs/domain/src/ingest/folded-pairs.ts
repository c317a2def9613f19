import { fold } from '../normalise/index.js';
import { doubled } from './csv-scanner.js';

const FIRST_HASH = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;
const FIRST_CAPACITY = 1024;
const MAX_PROBES = 32;
const SPACE = 0x20;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
const LOWER = 0x20;
const LAST_PLAIN = 0x7e;

/**
 * Numbers pairs of texts, the first of which is compared folded: equal pairs get the same number, new ones the next.
 * For hundreds of thousands of different pairs this takes a fraction of the time of folding all and looking them up in
 * a Map, which still takes those that were made to collide.
 */
export class FoldedPairs {
  readonly #firsts: string[] = [];
  readonly #seconds: string[] = [];
  readonly #crowded = new Map<string, number>();
  #hashes = new Int32Array(FIRST_CAPACITY);
  // Open addressing: number of a pair plus one, 0 for free.
  #slots = new Int32Array(FIRST_CAPACITY * 2);

  /** The number of a pair, counted from 0. */
  numberOf(first: string, second: string): number {
    const hash = hashOf(second, foldedHash(first));
    const mask = this.#slots.length - 1;
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      const slot = (hash + probe) & mask;
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number === -1) return this.#amongCrowded(first, second) ?? this.#add(first, second, hash, slot);
      if (this.#hashes[number] === hash && this.#isPair(number, first, second)) return number;
    }
    return this.#amongCrowded(first, second) ?? this.#add(first, second, hash, -1);
  }

  #isPair(number: number, first: string, second: string): boolean {
    const other = this.#firsts[number] ?? '';
    return this.#seconds[number] === second && (other === first || fold(other) === fold(first));
  }

  #amongCrowded(first: string, second: string): number | undefined {
    return this.#crowded.size === 0 ? undefined : this.#crowded.get(joined(first, second));
  }

  #add(first: string, second: string, hash: number, slot: number): number {
    const number = this.#firsts.push(first) - 1;
    this.#seconds.push(second);
    if (number === this.#hashes.length) this.#hashes = doubled(this.#hashes);
    this.#hashes[number] = hash;
    this.#place(number, slot);
    if (number * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  #place(number: number, slot: number): void {
    if (slot !== -1) this.#slots[slot] = number + 1;
    else this.#crowded.set(joined(this.#firsts[number] ?? '', this.#seconds[number] ?? ''), number);
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let number = 0; number < this.#firsts.length; number++) this.#place(number, this.#freeSlot(number));
  }

  #freeSlot(number: number): number {
    const mask = this.#slots.length - 1;
    const hash = this.#hashes[number] ?? 0;
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      const slot = (hash + probe) & mask;
      if (this.#slots[slot] === 0) return slot;
    }
    return -1;
  }
}

/* The hash of the folded text, without folding what is plain: almost all of it. */
function foldedHash(text: string): number {
  let hash = FIRST_HASH;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < SPACE || unit > LAST_PLAIN) return hashOf(fold(text), FIRST_HASH);
    if (unit !== SPACE)
      hash = Math.imul(hash ^ (unit >= UPPER_A && unit <= UPPER_Z ? unit | LOWER : unit), HASH_FACTOR);
  }
  return hash ^ (hash >>> 15);
}

function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_FACTOR);
  return hash ^ (hash >>> 15);
}

/* The length says where the first one ends. */
const joined = (first: string, second: string) => `${fold(first).length} ${fold(first)}${second}`;
