/** The `_id` of each record of a dataset, by position, so that they take little room and can go to another thread. */
export interface PackedIds {
  /** Twelve bytes a position: an ObjectId, or nothing where the `_id` is another value. */
  readonly bytes: Uint8Array;
  /** By position, what is no ObjectId. */
  readonly others: ReadonlyMap<number, unknown>;
}

/** Bytes of an ObjectId. */
export const ID_BYTES = 12;
const FIRST_CAPACITY = 1024;

/**
 * Collects `_id`s. ObjectIds, made by any copy of the driver, take 12 bytes each in one buffer instead of an object
 * each; other software may use anything else as `_id`, and such values are kept as they are.
 */
export class IdPacker {
  private bytes = new Uint8Array(FIRST_CAPACITY * ID_BYTES);
  private readonly others = new Map<number, unknown>();
  private count = 0;

  add(id: unknown): void {
    if (this.count * ID_BYTES === this.bytes.length) this.grow();
    if (isObjectId(id)) this.bytes.set(id.id, this.count * ID_BYTES);
    else this.others.set(this.count, id);
    this.count += 1;
  }

  build(): PackedIds {
    return { bytes: this.bytes.slice(0, this.count * ID_BYTES), others: this.others };
  }

  private grow(): void {
    const larger = new Uint8Array(this.bytes.length * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

function isObjectId(value: unknown): value is { readonly id: Uint8Array } {
  return (value as { _bsontype?: unknown } | null | undefined)?._bsontype === 'ObjectId';
}
