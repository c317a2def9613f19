import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { QuestionParameters } from '../questions/question-parameters.js';
import { ViewAccess } from '../auth/rules.js';
import { Answers, Describe, Problems, Unchanged } from '../openapi/answers.js';
import { AGAINST } from '../questions/screen-question.js';

/** Documents what the numbers of a screen are compared with. */
export const AgainstParameter = () =>
  ApiQuery({
    name: 'against',
    required: false,
    enum: AGAINST,
    description: 'What the period is compared with: the one before (default), a year earlier, or nothing.',
  });

/** What the routes of all screens have in common: their rule, their parameters, their refusals. */
export const ScreenRoute = (schema: string, example: object, description: string) =>
  applyDecorators(
    ViewAccess(),
    Describe('All that the screen draws, in one answer.', description),
    QuestionParameters(),
    AgainstParameter(),
    Answers(200, schema, { description: 'The screen.', example }),
    Unchanged(),
    Problems(400),
  );
