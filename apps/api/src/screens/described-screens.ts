import { SCREENS, screenSchemaName } from '@app/domain';
import { AnswersByValue } from '../openapi/answers-by-value.js';
import { exampleOf } from './screens.examples.js';

/** Documents each screen at its own address: one handler serves them all, each has a shape of its own. */
export const DescribedByScreen = () =>
  AnswersByValue(
    'screen',
    SCREENS.map((screen) => ({
      value: screen.name,
      operationId: `read${screenSchemaName(screen.name).replace(/Screen$/, '')}`,
      summary: 'All that the screen draws, in one answer.',
      description: screen.summary,
      schema: screenSchemaName(screen.name),
      example: exampleOf(screen),
    })),
  );
