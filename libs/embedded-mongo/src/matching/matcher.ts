import { CommandError, notImplemented } from '../errors/command-error.js';
import type { TextComparison } from '../bson/compare.js';
import { elementsOf, fieldsOf } from '../bson/fields.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { compileExpression, type Variables } from '../expressions/expression.js';
import { leafPredicate, type LeafPredicate } from './operators.js';
import { parsePath, visitPath, type Path } from './path.js';

/** What a filter depends on beside its own document. */
export interface FilterOptions {
  /** Values of `let`. */
  variables?: Variables | undefined;
  /** Order and equality of texts under a collation. */
  compareText?: TextComparison | undefined;
}

/** Tells whether a document satisfies a filter. */
export type Matcher = (document: BsonValue) => boolean;

const matchAll: Matcher = () => true;

/**
 * Prepares a filter. What MongoDB knows and this server does not is refused here, before any document is read.
 *
 * @throws CommandError BadValue for what MongoDB refuses, NotImplemented for what only this server refuses
 */
export function compileFilter(filter: BsonValue | undefined, options: FilterOptions = {}): Matcher {
  if (!filter) return matchAll;
  return allOf(fieldsOf(filter).map(([name, value]) => compileField(name, value, options)));
}

function allOf(matchers: readonly Matcher[]): Matcher {
  const [first, second] = matchers;
  if (!first) return matchAll;
  return second ? (document) => matchers.every((matches) => matches(document)) : first;
}

function compileField(name: string, value: BsonValue, options: FilterOptions = {}): Matcher {
  return name.startsWith('$') ? compileLogical(name, value, options) : compilePath(name, value, options);
}

function compileLogical(name: string, value: BsonValue, options: FilterOptions = {}): Matcher {
  switch (name) {
    case '$and':
      return allOf(clauses(name, value, options));
    case '$or': {
      const matchers = clauses(name, value, options);
      return (document) => matchers.some((matches) => matches(document));
    }
    case '$expr':
      if (options.compareText) throw notImplemented('$expr under a collation');
      return compileExpression(value, options.variables);
    case '$comment':
      return matchAll;
    case '$nor':
    case '$where':
    case '$text':
    case '$jsonSchema':
    case '$sampleRate':
      throw notImplemented(name);
    default:
      throw new CommandError(
        'BadValue',
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, ` +
          'consider using $getField or $setField.',
      );
  }
}

function clauses(name: string, value: BsonValue, options: FilterOptions = {}): Matcher[] {
  const list = value.isArray ? elementsOf(value) : [];
  if (list.length === 0) throw new CommandError('BadValue', `${name} must be a nonempty array`);
  return list.map((clause) => {
    if (!clause.isObject) {
      throw new CommandError('BadValue', `${name} argument's entries must be objects`);
    }
    return compileFilter(clause, options);
  });
}

function compilePath(name: string, condition: BsonValue, options: FilterOptions = {}): Matcher {
  const path = parsePath(name);
  const { compareText } = options;
  if (!isOperatorDocument(condition))
    return onPath(path, leafPredicate('$eq', condition, condition, compareText));
  return compileOperators(path, condition, compareText);
}

/** Each operator looks for a value of its own: different elements of an array may satisfy different operators. */
function compileOperators(
  path: Path,
  condition: BsonValue,
  compareText: TextComparison | undefined,
): Matcher {
  const all = fieldsOf(condition);
  const operators = all.filter(([operator]) => operator !== '$options');
  if (operators.length < all.length && !operators.some(([operator]) => operator === '$regex'))
    throw new CommandError('BadValue', '$options needs a $regex');
  return allOf(
    operators.map(([operator, argument]) => {
      if (operator === '$not') return compileNot(path, argument, compareText);
      return onPath(path, leafPredicate(operator, argument, condition, compareText));
    }),
  );
}

function compileNot(path: Path, argument: BsonValue, compareText: TextComparison | undefined): Matcher {
  const matches =
    argument.type === BsonType.regex
      ? onPath(path, leafPredicate('$eq', argument, argument, compareText))
      : compileOperators(path, notArgument(argument), compareText);
  return (document) => !matches(document);
}

function notArgument(argument: BsonValue): BsonValue {
  if (isOperatorDocument(argument)) return argument;
  throw new CommandError('BadValue', '$not needs a regex or a document of operators');
}

function onPath(path: Path, predicate: LeafPredicate): Matcher {
  const { test, isNegated } = predicate;
  if (isNegated) return (document) => !visitPath(document, path, test);
  return (document) => visitPath(document, path, test);
}

/** `{ $gt: 1 }` is a list of operators, `{ x: 1 }` a document to compare with. */
export function isOperatorDocument(value: BsonValue): boolean {
  return value.isObject && (fieldsOf(value)[0]?.[0].startsWith('$') ?? false);
}
