import type { BsonValue } from '../bson/value.js';

/**
 * A command that is run in slices: other commands get their turn after each. Of a write they see what is done so far,
 * and it is answered once all of it is on disk; after a crash the slices before are there. A read meets each document as
 * it is at some moment. All of it as in MongoDB.
 */
export type Sliced = Generator<undefined, BsonValue>;
