import { LONGEST_NAMESPACE } from '../../database/wanted-collections.js';

/** A staging collection as its run's document names it: whatever is not named so is somebody else's. */
export interface StagingRef {
  readonly name: string;
  /** Hex; null until the collection has been made, which is before anything is written into it. */
  readonly uuid: string | null;
}

const MARK = '__staging_';

/** Name of the collection that a run fills before it takes the live one's place. */
export function stagingName(dbName: string, collection: string, runId: string): string {
  const tail = `${MARK}${runId}`;
  const room = LONGEST_NAMESPACE - Buffer.byteLength(`${dbName}.${tail}`);
  return `${collection.slice(0, room)}${tail}`;
}
