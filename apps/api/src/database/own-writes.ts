import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';

/** What mongoose tells when a call to the database has ended, well or not. */
interface EndedOperation {
  readonly collectionName: string;
  readonly method: string;
}

/** Calls that change nothing; any other is taken for a write. */
const READS: ReadonlySet<string> = new Set([
  'aggregate',
  'countDocuments',
  'distinct',
  'estimatedDocumentCount',
  'find',
  'findOne',
  'indexes',
  'listIndexes',
]);

/**
 * Tells every cache of a collection that this process has written to it, before the writer goes on: no writer has to
 * know the caches. It sees every call through mongoose, models and plain collections alike, and nothing that goes to
 * the driver's own database (see `driverDatabase`).
 */
@Injectable()
export class OwnWrites {
  private readonly listeners = new Map<string, (() => void)[]>();

  constructor(@InjectConnection() connection: Connection) {
    connection.on('operation-end', ({ collectionName, method }: EndedOperation) => {
      if (READS.has(method)) return;
      for (const listener of this.listeners.get(collectionName) ?? []) listener();
    });
  }

  /** Calls after each write to the collection. */
  after(collection: string, listener: () => void): void {
    this.listeners.set(collection, [...(this.listeners.get(collection) ?? []), listener]);
  }
}
