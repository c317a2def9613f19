import mongoose, { type mongo } from 'mongoose';

/** The `_id` of each record of a dataset, by position. */
export interface RecordRefs {
  at(position: number): unknown;
}

const BYTES = 12;
const FIRST_CAPACITY = 1024;

/**
 * Collects `_id`s. ObjectIds take 12 bytes each in one buffer instead of an object each; other software may use
 * anything else as `_id`, and such values are kept as they are.
 */
export class RecordRefsBuilder {
  private packed = new Uint8Array(FIRST_CAPACITY * BYTES);
  private readonly others = new Map<number, unknown>();
  private count = 0;

  add(id: unknown): void {
    if (this.count * BYTES === this.packed.length) this.grow();
    if (id instanceof mongoose.mongo.ObjectId) this.packed.set(id.id, this.count * BYTES);
    else this.others.set(this.count, id);
    this.count += 1;
  }

  build(): RecordRefs {
    const packed = this.packed.slice(0, this.count * BYTES);
    const others = this.others;
    return { at: (position) => (others.has(position) ? others.get(position) : objectIdAt(packed, position)) };
  }

  private grow(): void {
    const larger = new Uint8Array(this.packed.length * 2);
    larger.set(this.packed);
    this.packed = larger;
  }
}

const objectIdAt = (packed: Uint8Array, position: number): mongo.ObjectId =>
  new mongoose.mongo.ObjectId(packed.slice(position * BYTES, (position + 1) * BYTES));
