import { buildArray, documentOf } from '../bson/build.js';
import { assertWellFormed } from '../bson/fields.js';
import type { BsonValue } from '../bson/value.js';
import { arrayInTurns } from './array-in-turns.js';
import type { Command } from './command.js';
import type { Engine } from './engine.js';
import { knownError } from './error-reply.js';
import type { HandlerTable } from './handler.js';
import { Slice } from '../query/slice.js';
import type { Sliced } from './sliced.js';
import { CommandError } from '../errors/command-error.js';
import { deleteMatches } from './delete.js';
import { updateMatches } from './update.js';
import { findAndModify } from './find-and-modify.js';

const MAX_BATCH = 100_000;
/** Telling why a statement failed takes as long as so many that do not. */
const OF_A_REFUSAL = 4;
const SYSTEM = /^[^.]+\.system\./;

/** Runs the statements of a write command in slices, of which a statement may make more; each failure is reported with its position. */
function* runAll(
  statements: readonly BsonValue[],
  isOrdered: boolean,
  run: (statement: BsonValue, index: number, slice: Slice) => Generator<undefined> | undefined,
): Generator<undefined, BsonValue[]> {
  if (statements.length === 0 || statements.length > MAX_BATCH) {
    throw new CommandError('InvalidLength', `Write batch sizes must be between 1 and ${MAX_BATCH}`);
  }
  const errors: BsonValue[] = [];
  const slice = new Slice();
  for (const [index, statement] of statements.entries()) {
    yield* slice.turn();
    slice.add(statement);
    try {
      const slices = run(statement, index, slice);
      if (slices) yield* slices;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      errors.push(writeError(index, error));
      slice.add(undefined, OF_A_REFUSAL);
      if (isOrdered) break;
    }
  }
  return errors;
}

function writeError(index: number, error: unknown): BsonValue {
  const { code, message, details } = knownError(error);
  return documentOf({ index, code, ...details, errmsg: message });
}

function writable(command: Command): string {
  const { namespace } = command;
  if (SYSTEM.test(namespace)) throw new CommandError('InvalidNamespace', `cannot write to '${namespace}'`);
  return namespace;
}

/** Write errors go beside the counts, and only when there are any. */
function* reply(counts: Record<string, unknown>, errors: readonly BsonValue[]): Sliced {
  const writeErrors = errors.length > 0 ? yield* arrayInTurns(errors) : undefined;
  return documentOf({ ...counts, writeErrors, ok: 1 });
}

/** Inserts documents; the collection is made with the first one. */
function* insert(command: Command, engine: Engine): Sliced {
  const documents = command.documents('documents');
  const namespace = writable(command);
  let n = 0;
  const errors = yield* runAll(documents, command.flag('ordered', true), (document) => {
    assertWellFormed(document);
    engine.collectionFor(namespace).insert(document, command.isBypassing);
    n++;
    return undefined;
  });
  return yield* reply({ n }, errors);
}

/** Runs update statements and adds up what they did. */
function* update(command: Command, engine: Engine): Sliced {
  const namespace = writable(command);
  let n = 0;
  let nModified = 0;
  const upserted: BsonValue[] = [];
  const statements = command.documents('updates');
  const errors = yield* runAll(
    statements,
    command.flag('ordered', true),
    function* (statement, index, slice) {
      const result = yield* updateMatches(engine, namespace, statement, command, slice);
      n += result.matched;
      nModified += result.modified;
      if (result.upsertedId) {
        n++;
        upserted.push(documentOf({ index, _id: result.upsertedId }));
      }
    },
  );
  return yield* reply(
    { n, nModified, ...(upserted.length > 0 && { upserted: buildArray(upserted) }) },
    errors,
  );
}

/** Runs delete statements and adds up how many documents were deleted. */
function* remove(command: Command, engine: Engine): Sliced {
  const namespace = writable(command);
  let n = 0;
  const statements = command.documents('deletes');
  const errors = yield* runAll(statements, command.flag('ordered', true), function* (statement, _, slice) {
    n += yield* deleteMatches(engine, namespace, statement, command.variables, slice);
  });
  return yield* reply({ n }, errors);
}

/** Commands that write documents. */
export const WRITE_HANDLERS: HandlerTable = {
  insert: { run: insert, isWrite: true, fields: ['documents', 'ordered', 'bypassDocumentValidation'] },
  update: { run: update, isWrite: true, fields: ['updates', 'ordered', 'bypassDocumentValidation', 'let'] },
  delete: { run: remove, isWrite: true, fields: ['deletes', 'ordered', 'let'] },
  ...findAndModify,
};
