import type { Context } from 'mingo/core';
import * as expressions from 'mingo/operators/expression';
import { compareValues } from '../bson/compare.js';
import { fromJs } from '../bson/value.js';

type Operator = typeof expressions.$ifNull;

/** mingo finds nothing below or above a value of another type; MongoDB has one order of all types. */
function comparing(test: (order: number) => unknown): Operator {
  return (document, operands, options) => {
    // `$ifNull` answers the list as mingo evaluates it, whatever is in it.
    const values = expressions.$ifNull(document, [operands, []], options);
    if (!Array.isArray(values) || values.length !== 2) throw new Error('a comparison takes two arguments');
    return test(orderOf(values[0], values[1]));
  };
}

/** What is missing comes before everything, null included. */
function orderOf(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return Math.sign(compareValues(fromJs(a), fromJs(b)));
}

/** The operators of expressions: mingo's, but for those in which it differs. */
export const EXPRESSION_OPERATORS = {
  ...expressions,
  $cmp: comparing((order) => order),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
} as NonNullable<Parameters<typeof Context.init>[0]>['expression'];
