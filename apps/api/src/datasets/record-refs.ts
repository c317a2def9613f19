import { ObjectId } from 'mongodb';
import { ID_BYTES, type PackedIds } from './packed-ids.js';

/** The `_id` of each record of a dataset, by position. */
export interface RecordRefs {
  at(position: number): unknown;
}

export const recordRefs = ({ bytes, others }: PackedIds): RecordRefs => ({
  at: (position) => (others.has(position) ? others.get(position) : objectIdAt(bytes, position)),
});

const objectIdAt = (bytes: Uint8Array, position: number): ObjectId =>
  new ObjectId(bytes.slice(position * ID_BYTES, (position + 1) * ID_BYTES));
