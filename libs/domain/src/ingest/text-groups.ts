import { doubled } from './csv-scanner.js';

const FIRST_HASH = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;
const FIRST_CAPACITY = 1024;
const MOST_PROBES = 32;

/**
 * Numbers texts: equal texts get the same number, new ones the next. For hundreds of thousands of different texts this
 * takes a fraction of the time of a Map, which still takes those that were made to collide.
 */
export class TextGroups {
  readonly #texts: string[] = [];
  readonly #crowded = new Map<string, number>();
  #hashes = new Int32Array(FIRST_CAPACITY);
  // Open addressing: number of a text plus one, 0 for free.
  #slots = new Int32Array(FIRST_CAPACITY * 2);

  /** The number of a text, counted from 0. */
  numberOf(text: string): number {
    const hash = hashOf(text);
    const mask = this.#slots.length - 1;
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const slot = (hash + probe) & mask;
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number === -1) return this.#crowded.get(text) ?? this.#add(text, hash, slot);
      if (this.#hashes[number] === hash && this.#texts[number] === text) return number;
    }
    return this.#crowded.get(text) ?? this.#add(text, hash, -1);
  }

  #add(text: string, hash: number, slot: number): number {
    const number = this.#texts.push(text) - 1;
    if (number === this.#hashes.length) this.#hashes = doubled(this.#hashes);
    this.#hashes[number] = hash;
    this.#place(number, text, slot);
    if (number * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  #place(number: number, text: string, slot: number): void {
    if (slot === -1) this.#crowded.set(text, number);
    else this.#slots[slot] = number + 1;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (const [number, text] of this.#texts.entries()) this.#place(number, text, this.#freeSlot(number));
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

function hashOf(text: string): number {
  let hash = FIRST_HASH;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_FACTOR);
  return hash ^ (hash >>> 15);
}
