import { MongoBulkWriteError, type WriteError } from 'mongodb';

/** The new data breaks a rule that other software gave the database: a message for the uploader, not a fault. */
export class StorageRefusal extends Error {
  override readonly name = 'StorageRefusal';
}

const DUPLICATE_KEY = 11_000;
const VALIDATION_FAILED = 121;

/** What an insert was refused for, in words; any other error as it is. */
export function explained(error: unknown, collection: string): unknown {
  if (!(error instanceof MongoBulkWriteError)) return error;
  const reason = reasonOf(error);
  if (reason === null) return error;
  const client = clientOf(error);
  return new StorageRefusal(
    `${reason} ${collection}, and the deal${client === null ? '' : ` of ${client}`} breaks it. The data is as it was ` +
      'before: correct the file, or ask whoever operates the database to change the rule.',
  );
}

function reasonOf({ code, message }: MongoBulkWriteError): string | null {
  if (code === DUPLICATE_KEY) {
    const index = /index: (\S+)/.exec(message)?.[1] ?? 'an index';
    return `The unique index ${index} admits each value once in`;
  }
  return code === VALIDATION_FAILED ? 'A validator was put on the collection' : null;
}

function clientOf({ writeErrors }: MongoBulkWriteError): string | null {
  const errors: readonly WriteError[] = [writeErrors].flat();
  const { client } = (errors[0]?.getOperation() ?? {}) as { client?: unknown };
  return typeof client === 'string' ? client : null;
}
