import type { Context } from 'mingo/core';
import { $add, $eq, $literal, $rand, $setField } from 'mingo/operators/expression';
import { notImplemented } from '../errors/command-error.js';

type Operators = NonNullable<NonNullable<Parameters<typeof Context.init>[0]>['expression']>;

/** The operators of expressions, computed by mingo. They are what the public CRUD specifications ask for. */
export const EXPRESSION_OPERATORS = { $add, $eq, $literal, $rand, $setField } as Operators;

/** Variables of the server; those of a `let` begin with a small letter. */
const VARIABLES = new Set(['ROOT', 'CURRENT']);

/**
 * Refuses an expression of which a part is not computed here, before any document is read.
 *
 * @throws CommandError NotImplemented
 */
export function assertSupported(expression: unknown): void {
  if (typeof expression === 'string') assertVariable(expression);
  else if (Array.isArray(expression)) expression.forEach(assertSupported);
  else if (isPlain(expression)) Object.entries(expression).forEach(assertEntry);
}

function assertVariable(text: string): void {
  const [, name] = /^\$\$([A-Z]\w*)/.exec(text) ?? [];
  if (name !== undefined && !VARIABLES.has(name)) throw notImplemented(`$$${name} in an expression`);
}

function assertEntry([name, operand]: [string, unknown]): void {
  if (name === '$literal') return;
  if (name.startsWith('$') && !Object.hasOwn(EXPRESSION_OPERATORS, name))
    throw notImplemented(`${name} in an expression`);
  assertSupported(operand);
}

/** Dates, ids and the like are values, not documents. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
