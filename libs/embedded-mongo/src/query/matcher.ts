import { CommandError, notImplemented } from '../command-error.js';
import { elementsOf, fieldsOf } from '../bson/fields.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { compileExpression, type Variables } from './expression.js';
import { leafPredicate, type LeafPredicate, type OperatorContext } from './operators.js';
import { parsePath, visitPath, type Path } from './path.js';

/** Tells whether a document satisfies a filter. */
export type Matcher = (document: BsonValue) => boolean;

const matchAll: Matcher = () => true;

/**
 * Prepares a filter. What MongoDB knows and this server does not is refused here, before any document is read.
 *
 * @throws CommandError BadValue for what MongoDB refuses, NotImplemented for what only this server refuses
 */
export function compileFilter(filter: BsonValue | undefined, variables?: Variables): Matcher {
  if (!filter) return matchAll;
  return allOf(fieldsOf(filter).map(([name, value]) => compileField(name, value, variables)));
}

function allOf(matchers: readonly Matcher[]): Matcher {
  const [first, second] = matchers;
  if (!first) return matchAll;
  return second ? (document) => matchers.every((matches) => matches(document)) : first;
}

function compileField(name: string, value: BsonValue, variables?: Variables): Matcher {
  return name.startsWith('$') ? compileLogical(name, value, variables) : compilePath(name, value, variables);
}

function compileLogical(name: string, value: BsonValue, variables?: Variables): Matcher {
  switch (name) {
    case '$and':
      return allOf(clauses(name, value, variables));
    case '$or': {
      const matchers = clauses(name, value, variables);
      return (document) => matchers.some((matches) => matches(document));
    }
    case '$nor': {
      const matchers = clauses(name, value, variables);
      return (document) => !matchers.some((matches) => matches(document));
    }
    case '$expr':
      return compileExpression(value, variables);
    case '$comment':
      return matchAll;
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

function clauses(name: string, value: BsonValue, variables?: Variables): Matcher[] {
  const list = value.isArray ? elementsOf(value) : [];
  if (list.length === 0) throw new CommandError('BadValue', `${name} must be a nonempty array`);
  return list.map((clause) => {
    if (!clause.isObject) {
      throw new CommandError('BadValue', `${name} argument's entries must be objects`);
    }
    return compileFilter(clause, variables);
  });
}

function compilePath(name: string, condition: BsonValue, variables?: Variables): Matcher {
  const path = parsePath(name);
  const context: OperatorContext = { filter: (filter) => compileFilter(filter, variables) };
  if (!isOperatorDocument(condition))
    return onPath(path, leafPredicate('$eq', condition, condition, context));
  return compileOperators(path, condition, context);
}

/** Each operator looks for a value of its own: different elements of an array may satisfy different operators. */
function compileOperators(path: Path, condition: BsonValue, context: OperatorContext): Matcher {
  const operators = fieldsOf(condition).filter(([operator]) => operator !== '$options');
  return allOf(
    operators.map(([operator, argument]) =>
      operator === '$not'
        ? compileNot(path, argument, context)
        : onPath(path, leafPredicate(operator, argument, condition, context)),
    ),
  );
}

function compileNot(path: Path, argument: BsonValue, context: OperatorContext): Matcher {
  const matches =
    argument.type === BsonType.regex
      ? onPath(path, leafPredicate('$eq', argument, argument, context))
      : compileOperators(path, notArgument(argument), context);
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
