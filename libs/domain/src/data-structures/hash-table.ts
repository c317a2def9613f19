import { doubled } from './doubled.js';

const FIRST_CAPACITY = 1024;
const MAX_PROBES = 32;

/** Stands for no number: no further key has the hash. */
export const NONE = -1;

/**
 * A hash table that numbers keys from 0 in the order in which they are added. The caller keeps the keys and compares
 * them, so that a key may be anything that has a hash:
 *
 *     for (let number = table.first(hash); number !== NONE; number = table.next())
 *       if (isEqual(number, key)) return number;
 *     return table.add();
 *
 * For hundreds of thousands of different keys it takes a fraction of the time of a Map of texts. Keys that were made
 * to collide cannot slow it down: a key that finds no slot after some probes is numbered, but not found again. A
 * caller who needs these too keeps them in a Map.
 */
export class HashTable {
  #size = 0;
  #hashes: Int32Array;
  // Open addressing: number of a key plus one, 0 for free.
  #slots: Int32Array;
  // The key looked for last: its hash, the probes made, and the free slot that ended them.
  #hash = 0;
  #probes = 0;
  #freeSlot = NONE;

  /**
   * @param onCrowded called with the number of each key that found no slot, perhaps only when the table grew
   * @param keys how many are expected; the table grows by itself
   */
  constructor(
    private readonly onCrowded: (number: number) => void = () => undefined,
    keys = FIRST_CAPACITY,
  ) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(keys, 1)));
    this.#hashes = new Int32Array(capacity);
    this.#slots = new Int32Array(capacity * 2);
  }

  /** Whether the search that just ended found no slot for its key. */
  get isCrowded(): boolean {
    return this.#freeSlot === NONE;
  }

  /** The first number of a key with this hash. */
  first(hash: number): number {
    this.#hash = hash;
    this.#probes = 0;
    return this.next();
  }

  /** The next number of a key with the same hash. */
  next(): number {
    const slots = this.#slots;
    const hashes = this.#hashes;
    const hash = this.#hash;
    const mask = slots.length - 1;
    for (let probe = this.#probes; probe < MAX_PROBES; probe++) {
      const slot = (hash + probe) & mask;
      const number = (slots[slot] ?? 0) - 1;
      if (number === NONE) return this.#ended(slot);
      if (hashes[number] !== hash) continue;
      this.#probes = probe + 1;
      return number;
    }
    return this.#ended(NONE);
  }

  /** Adds the key whose search just ended, and gives its number. */
  add(): number {
    const number = this.#size++;
    if (number === this.#hashes.length) this.#hashes = doubled(this.#hashes);
    this.#hashes[number] = this.#hash;
    this.#place(number, this.#freeSlot);
    if (number * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #ended(freeSlot: number): number {
    this.#freeSlot = freeSlot;
    return NONE;
  }

  #place(number: number, slot: number): void {
    if (slot === NONE) this.onCrowded(number);
    else this.#slots[slot] = number + 1;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let number = 0; number < this.#size; number++) this.#place(number, this.#freeSlotOf(number));
  }

  #freeSlotOf(number: number): number {
    const mask = this.#slots.length - 1;
    const hash = this.#hashes[number] ?? 0;
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      const slot = (hash + probe) & mask;
      if (this.#slots[slot] === 0) return slot;
    }
    return NONE;
  }
}
