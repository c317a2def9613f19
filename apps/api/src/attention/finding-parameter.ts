import { applyDecorators } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { FINDING_CODES } from '@app/domain';
import { PathWords } from '../http/path-words.js';

/** The finding whose records a route answers. */
export const FindingParameter = () =>
  applyDecorators(
    ApiParam({
      name: 'code',
      description: 'Code of a finding.',
      example: 'closed_without_arr',
      enum: FINDING_CODES,
    }),
    PathWords('code', FINDING_CODES, (code) => `There is no finding ${code} with records.`),
  );
