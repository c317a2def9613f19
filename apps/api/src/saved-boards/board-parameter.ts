import { applyDecorators } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { PathWords } from '../http/path-words.js';
import { BOARD_KINDS } from './board-items.js';

/** The board that a route is about. */
export const BoardParameter = () =>
  applyDecorators(
    ApiParam({ name: 'board', description: 'Which board.', enum: BOARD_KINDS, example: 'projections' }),
    PathWords('board', BOARD_KINDS, (board) => `There is no board ${board}: ${BOARD_KINDS.join(', ')}.`),
  );
