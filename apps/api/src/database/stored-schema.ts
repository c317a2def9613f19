import type { SchemaOptions } from 'mongoose';

/**
 * Options of every schema: documents are the database's, not ours. Unknown keys survive, mongoose adds no `id` virtual
 * (it would shadow the contract's field), no version key, and builds nothing behind our back.
 */
export const storedIn = (collection: string) =>
  ({
    collection,
    strict: false,
    id: false,
    versionKey: false,
    minimize: false,
    autoIndex: false,
    autoCreate: false,
  }) as const satisfies SchemaOptions;
