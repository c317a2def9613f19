import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import * as expressionOperators from 'mingo/operators/expression';
import { CommandError } from '../command-error.js';
import { fieldsOf } from '../bson/fields.js';
import { EMPTY_DOCUMENT, toJs, type BsonValue } from '../bson/value.js';
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

/**
 * The values of `let`: expressions that read no document.
 *
 * @throws CommandError when one names a field
 */
export function evaluateVariables(variables: BsonValue): Variables {
  return Object.fromEntries(
    fieldsOf(variables).map(([name, value]) => {
      const expression = toJs(value);
      assertConstant(expression);
      return [name, evaluate(expression, EMPTY_DOCUMENT, {})];
    }),
  );
}

function assertConstant(expression: unknown): void {
  if (typeof expression === 'string' && /^\$(?!\$)/.test(expression)) {
    throw new CommandError('Location4890500', 'Command let Expression tried to access a field');
  }
  if (typeof expression !== 'object' || expression === null || '$literal' in expression) return;
  Object.values(expression).forEach(assertConstant);
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
