import { doubled } from './csv-scanner.js';

const FIRST_HASH = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;
const FIRST_CAPACITY = 1024;
const MOST_PROBES = 32;

/**
 * Numbers pairs of texts: equal pairs get the same number, new ones the next. For hundreds of thousands of different
 * pairs this takes a fraction of the time of a Map, which still takes those that were made to collide.
 */
export class PairNumbers {
  readonly #firsts: string[] = [];
  readonly #seconds: string[] = [];
  readonly #crowded = new Map<string, number>();
  #hashes = new Int32Array(FIRST_CAPACITY);
  // Open addressing: number of a pair plus one, 0 for free.
  #slots = new Int32Array(FIRST_CAPACITY * 2);

  /** The number of a pair, counted from 0. */
  numberOf(first: string, second: string): number {
    const hash = hashOf(second, hashOf(first, FIRST_HASH));
    const mask = this.#slots.length - 1;
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const slot = (hash + probe) & mask;
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number === -1) return this.#amongCrowded(first, second) ?? this.#add(first, second, hash, slot);
      if (this.#hashes[number] === hash && this.#isPair(number, first, second)) return number;
    }
    return this.#amongCrowded(first, second) ?? this.#add(first, second, hash, -1);
  }

  #isPair(number: number, first: string, second: string): boolean {
    return this.#firsts[number] === first && this.#seconds[number] === second;
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
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const slot = (hash + probe) & mask;
      if (this.#slots[slot] === 0) return slot;
    }
    return -1;
  }
}

function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_FACTOR);
  return hash ^ (hash >>> 15);
}

/* The length says where the first one ends. */
const joined = (first: string, second: string) => `${first.length} ${first}${second}`;
