import { unprocessable } from '../http/problem.js';
import { type Query, QueryReader } from '../http/query-reader.js';

/** What requests for an ingestion may say beside their file. */
const PARAMETERS = ['mode', 'dry_run'];

/**
 * Refuses what this installation cannot do before a byte of the file is read.
 *
 * @throws ProblemException 400 for what is malformed, 422 for what is not offered
 */
export function checkUploadQuery(query: Query): void {
  const read = new QueryReader(query, PARAMETERS);
  const mode = read.oneOf('mode', ['replace', 'merge']);
  const dryRun = read.oneOf('dry_run', ['true', 'false', '1', '0', '']);
  if (mode === 'merge')
    throw notOffered('mode', 'Merging a sheet into a view is not offered: use mode=replace.');
  if (dryRun !== null && dryRun !== 'false' && dryRun !== '0') {
    throw notOffered('dry_run', 'A preview is not offered: leave dry_run out, and the sheet is published.');
  }
}

const notOffered = (field: string, message: string) =>
  unprocessable(message, { errors: [{ field, message }] });
