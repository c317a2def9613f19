import type { BsonValue } from '../bson/value.js';

/**
 * A write that is done in slices: other commands get their turn after each, and see what is done so far. What it
 * returns is answered once all of it is on disk; after a crash the slices before are there, as in MongoDB.
 */
export type SlicedWrite = Generator<void, BsonValue>;

/** Documents that are written, or looked at, before others get their turn: some milliseconds of work. */
export const WRITES_A_SLICE = 1_000;
/** And their bytes. */
export const BYTES_A_SLICE = 1024 * 1024;
