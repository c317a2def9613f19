import { ApiExtension } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

/** What an operation answers for one value of a parameter of its address. */
export interface AnswerByValue {
  readonly value: string;
  readonly operationId: string;
  /** One sentence. */
  readonly summary: string;
  readonly description: string;
  /** Name of the contract type. */
  readonly schema: string;
  /** A real-looking answer. */
  readonly example: unknown;
}

interface ByValue {
  readonly parameter: string;
  readonly answers: readonly AnswerByValue[];
}

/** Where a handler says what it answers for each value; gone from the finished document. */
const EXTENSION = 'x-answers-by-value';

/**
 * A read whose answer has another shape for each value of a parameter of its address. The document lists an address and
 * an operation for each value, so that clients that are generated from it have a type for each.
 */
export const AnswersByValue = (parameter: string, answers: readonly AnswerByValue[]) =>
  ApiExtension(EXTENSION, { parameter, answers });

/** The paths of a document, with those that answer by value written out. */
export function writtenOut(paths: OpenAPIObject['paths']): OpenAPIObject['paths'] {
  return Object.fromEntries(Object.entries(paths).flatMap(([path, item]) => pathsOf(path, item)));
}

function pathsOf(path: string, item: PathItem): [string, PathItem][] {
  if (!item.get) return [[path, item]];
  const { [EXTENSION]: byValue, ...operation } = item.get as Operation & Record<typeof EXTENSION, unknown>;
  if (!isByValue(byValue)) return [[path, item]];
  const { parameter, answers } = byValue;
  return answers.map((answer) => [
    path.replace(`{${parameter}}`, answer.value),
    { ...item, get: operationOf(operation, parameter, answer) },
  ]);
}

const isByValue = (value: unknown): value is ByValue =>
  typeof value === 'object' && value !== null && 'parameter' in value && 'answers' in value;

function operationOf(operation: Operation, parameter: string, answer: AnswerByValue): Operation {
  const { operationId, summary, description, schema, example } = answer;
  return {
    ...operation,
    operationId,
    summary,
    description,
    parameters: operation.parameters?.filter((each) => !('name' in each) || each.name !== parameter),
    responses: {
      ...operation.responses,
      200: {
        description: 'The answer.',
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, example } },
      },
    },
  };
}
