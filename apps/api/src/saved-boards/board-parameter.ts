import { applyDecorators } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { BoardKind } from '@app/domain';
import { PathWords } from '../http/path-words.js';

const BOARDS: readonly BoardKind[] = ['projections', 'pipeline'];

/** The board that a route is about. */
export const BoardParameter = () =>
  applyDecorators(
    ApiParam({ name: 'board', description: 'Which board.', enum: BOARDS, example: 'projections' }),
    PathWords('board', BOARDS, (board) => `There is no board ${board}: ${BOARDS.join(', ')}.`),
  );
