import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import * as expressionOperators from 'mingo/operators/expression';
import { CommandError } from '../command-error.js';
import { toJs, type BsonValue } from '../bson/value.js';
import { toExactDocument } from './promote.js';

/** Values of `let`, under their names. */
export type Variables = Readonly<Record<string, unknown>>;

const context = Context.init({ expression: { ...expressionOperators } });

/** A filter's `$expr`, evaluated by mingo over the plain values of a document. */
export function compileExpression(
  expression: BsonValue,
  variables: Variables = {},
): (document: BsonValue) => boolean {
  const plain = toJs(expression);
  return (document) => isTrue(evaluate(plain, document, variables));
}

function evaluate(expression: unknown, document: BsonValue, variables: Variables): unknown {
  try {
    return evalExpr(toExactDocument(document), expression, {
      context,
      variables,
      scriptEnabled: false,
      processingMode: ProcessingMode.CLONE_OFF,
      useStrictMode: true,
      failOnError: true,
      idKey: '_id',
    });
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError('BadValue', error instanceof Error ? error.message : String(error));
  }
}

function isTrue(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined && value !== 0;
}
