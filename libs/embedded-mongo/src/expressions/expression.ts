import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import { CommandError } from '../errors/command-error.js';
import { fieldsOf } from '../bson/fields.js';
import { EMPTY_DOCUMENT, toJs, type BsonValue } from '../bson/value.js';
import { assertSupported, EXPRESSION_OPERATORS } from './operators.js';
import { toExactDocument } from './promote.js';

/** Values of `let`, under their names. */
export type Variables = Readonly<Record<string, unknown>>;

const context = Context.init({ expression: EXPRESSION_OPERATORS });

/** A filter's `$expr`, evaluated by mingo over the plain values of a document. */
export function compileExpression(
  expression: BsonValue,
  variables: Variables = {},
): (document: BsonValue) => boolean {
  const plain = toJs(expression);
  assertSupported(plain);
  return (document) => isTrue(evaluate(plain, document, variables));
}

/**
 * The values of `let`: expressions that read no document.
 *
 * @throws CommandError when one names a field
 */
export function evaluateVariables(variables: BsonValue): Variables {
  const values = fieldsOf(variables).map(([name, value]) => {
    assertName(name);
    const expression = toJs(value);
    assertSupported(expression);
    assertConstant(expression);
    return [name, evaluate(expression, EMPTY_DOCUMENT, {})] as const;
  });
  return Object.fromEntries(values);
}

/** Names that begin with a capital are the server's. */
function assertName(name: string): void {
  if (/^[a-z\x80-\uffff]/.test(name)) return;
  throw new CommandError(
    'FailedToParse',
    `'${name}' starts with an invalid character for a user variable name`,
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
