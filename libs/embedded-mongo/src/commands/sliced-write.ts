import type { BsonValue } from '../bson/value.js';

/**
 * A write that is done in slices: other commands get their turn after each, and see what is done so far. What it
 * returns is answered once all of it is on disk; after a crash the slices before are there, as in MongoDB.
 */
export type SlicedWrite = Generator<void, BsonValue>;
