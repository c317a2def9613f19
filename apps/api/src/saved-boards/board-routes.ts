import { ApiHeader, ApiParam } from '@nestjs/swagger';
import type { Author } from '../database/author.js';
import { expectedRevisions, revisionTag, unwantedRevisions } from '../http/if-match.js';
import type { Asker } from '../users/asker.js';
import { MOST_DEALS } from './board-faults.js';
import { BOARD_PREFERENCES, BOARD_VERSION } from './saved-boards.examples.js';

/** Each deal of a full board, with its keys, what is open about who it is, and as many that the product does not know. */
export const BOARD_BODY = { bytes: 4 * 1_024 * 1_024, values: MOST_DEALS * 30 };

/** The revision of the board that a change was made on. */
export const IfMatchBoard = () =>
  ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The revision that the change was made on; without it whatever is there is replaced.',
    example: revisionTag(BOARD_PREFERENCES.revision),
  });

/** The version that a route is about. */
export const VersionParameter = () =>
  ApiParam({ name: 'version', type: String, description: 'Id of a version.', example: BOARD_VERSION.id });

/** Who saves a board, and on which revision. */
export const authorOf = (
  { email }: Asker,
  ifMatch: string | undefined,
  ifNoneMatch: string | undefined,
): Author => ({
  by: email,
  expected: expectedRevisions(ifMatch),
  unwanted: unwantedRevisions(ifNoneMatch),
});
