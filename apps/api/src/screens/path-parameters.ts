import { applyDecorators } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { BOARD_COLUMN_IDS, SCREEN_NAMES } from '@app/domain';
import { PathWords } from '../http/path-words.js';

/** The column of a board whose deals a route answers. */
export const ColumnParameter = () =>
  applyDecorators(
    ApiParam({ name: 'column', description: 'Id of a column.', enum: BOARD_COLUMN_IDS, example: 'legal' }),
    PathWords(
      'column',
      BOARD_COLUMN_IDS,
      (column) => `There is no column ${column}: ${BOARD_COLUMN_IDS.join(', ')}.`,
    ),
  );

/** Answers 404 for a screen that does not exist. */
export const OfScreen = () => PathWords('screen', SCREEN_NAMES, (screen) => `There is no screen ${screen}.`);
