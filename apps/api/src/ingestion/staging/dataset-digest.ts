import { hash } from 'node:crypto';
import { type Deal, DEAL_FIELDS } from '@app/domain';

const WORDS = 4;

/** What of a record counts: the deal as it is read, where it stands, and when it was created. */
export interface DigestedRecord {
  readonly deal: Deal;
  /** As stored, without type: undefined where nothing is. */
  readonly position: unknown;
  readonly createdAt: unknown;
}

/**
 * A short text that two datasets share only when they hold the same deals in the same places. It grows record by
 * record, in any order, so it can be made while the records pass by.
 */
export class DatasetDigest {
  private readonly sums = new Uint32Array(WORDS);
  private count = 0;

  add({ deal, position, createdAt }: DigestedRecord): void {
    const values = [deal.id, plain(position), plain(createdAt), ...DEAL_FIELDS.map((field) => deal[field])];
    const bytes = hash('sha256', JSON.stringify(values), 'buffer');
    // A typed array adds modulo 2^32: the sum does not depend on the order.
    for (let word = 0; word < WORDS; word++)
      this.sums[word] = (this.sums[word] ?? 0) + bytes.readUInt32LE(4 * word);
    this.count += 1;
  }

  toString(): string {
    return `${this.count}-${Buffer.from(this.sums.buffer).toString('hex')}`;
  }
}

interface Printable {
  toString(): string;
}

/** Values that other software stored may be of the driver's own classes, or decoded: both are spelled alike. */
const plain = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return value instanceof Date ? String(value.getTime()) : (value as Printable).toString();
};
