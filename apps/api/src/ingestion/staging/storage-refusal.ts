import { MongoBulkWriteError, type WriteError } from 'mongodb';

/** The new data breaks a rule that other software gave the database: a message for the uploader, not a fault. */
export class StorageRefusal extends Error {
  override readonly name = 'StorageRefusal';

  /** @param what names the rule for whoever operates the database, in the log: answers hold none of its names */
  constructor(
    message: string,
    readonly what: string | null = null,
  ) {
    super(message);
  }
}

const DUPLICATE_KEY = 11_000;
const VALIDATION_FAILED = 121;

/** What an insert was refused for, in words; any other error as it is. */
export function explained(error: unknown, collection: string): unknown {
  if (!(error instanceof MongoBulkWriteError)) return error;
  const rule = ruleOf(error);
  if (rule === null) return error;
  const client = clientOf(error);
  return new StorageRefusal(
    `The database has a rule of its own for deals, ${rule.meaning}, and ${client === null ? 'a deal' : `the deal of ${client}`} breaks it. ` +
      'The data is as it was before: correct the file, or ask whoever operates the database to change the rule, which the log names.',
    `${rule.name} of ${collection}`,
  );
}

function ruleOf({ code, message }: MongoBulkWriteError): { meaning: string; name: string } | null {
  if (code === DUPLICATE_KEY) {
    const index = /index: (\S+)/.exec(message)?.[1] ?? 'of an unknown name';
    return { meaning: 'which admits some values only once', name: `the unique index ${index}` };
  }
  return code === VALIDATION_FAILED ? { meaning: 'a validator', name: 'the validator' } : null;
}

function clientOf({ writeErrors }: MongoBulkWriteError): string | null {
  const errors: readonly WriteError[] = [writeErrors].flat();
  const { client } = (errors[0]?.getOperation() ?? {}) as { client?: unknown };
  return typeof client === 'string' ? client : null;
}
