import type { QueryValues } from '../http/query-parameters.js';
import { UPLOAD } from '../ingestion/upload-parameters.js';

/** What a request to go back may say. */
export const ROLLBACK = { isDryRun: UPLOAD.dryRun };

export type RollbackArguments = QueryValues<typeof ROLLBACK>;
