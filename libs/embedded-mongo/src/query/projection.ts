import { buildArray, buildDocument } from '../bson/build.js';
import { elementsOf, fieldsOf, type Field } from '../bson/fields.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import { isTruthy } from '../matching/operators.js';

/** What happens to one field: kept, left out, or projected further. */
type Rule = 'include' | 'exclude' | Tree;
type Tree = Map<string, Rule>;

/**
 * Prepares a projection.
 *
 * @throws CommandError for a mixture of inclusion and exclusion, for paths that collide, and for computed
 *   fields, which this server only supports in an aggregation
 */
export function compileProjection(projection: BsonValue | undefined): (document: BsonValue) => BsonValue {
  const fields = projection ? fieldsOf(projection) : [];
  if (fields.length === 0) return (document) => document;
  const tree: Tree = new Map();
  for (const [name, value] of fields) addRule(tree, name, ruleFor(name, value));
  const isInclusion = modeOf(fields);
  if (isInclusion && !tree.has('_id')) tree.set('_id', 'include');
  return (document) => projectFields(document, tree, isInclusion);
}

function ruleFor(name: string, value: BsonValue): Rule {
  if (name.startsWith('$') || name.includes('.$')) throw notImplemented('positional projection');
  if (value.isNumber || value.type === BsonType.boolean) return isTruthy(value) ? 'include' : 'exclude';
  throw notImplemented('computed fields in a find projection');
}

/** True for inclusion. `_id` alone decides only when nothing else does. */
function modeOf(fields: readonly Field[]): boolean {
  const deciding = fields.filter(([name]) => name !== '_id');
  const modes = new Set((deciding.length > 0 ? deciding : fields).map(([, value]) => isTruthy(value)));
  if (modes.size > 1) {
    const [name = '', value] =
      deciding.find(([, flag]) => isTruthy(flag) !== isTruthy(deciding[0]?.[1] ?? flag)) ?? [];
    throw value && isTruthy(value)
      ? new CommandError('Location31253', `Cannot do inclusion on field ${name} in exclusion projection`)
      : new CommandError('Location31254', `Cannot do exclusion on field ${name} in inclusion projection`);
  }
  return modes.has(true);
}

function addRule(tree: Tree, name: string, rule: Rule): void {
  const names = name.split('.');
  const last = names.pop() ?? '';
  let node = tree;
  for (const part of names) {
    const inner = node.get(part) ?? new Map<string, Rule>();
    if (!(inner instanceof Map)) throw collision(name);
    node.set(part, inner);
    node = inner;
  }
  if (last === '' || names.includes(''))
    throw new CommandError('Location40353', 'FieldPath must not be empty');
  if (node.has(last)) throw collision(name);
  node.set(last, rule);
}

function collision(name: string): CommandError {
  return new CommandError('Location31249', `Path collision at ${name}`);
}

/** Fields keep the document's order, not the projection's. */
function projectFields(document: BsonValue, tree: Tree, isInclusion: boolean): BsonValue {
  const projected: Field[] = [];
  for (const [name, value] of fieldsOf(document)) {
    const result = projectValue(value, tree.get(name), isInclusion);
    if (result) projected.push([name, result]);
  }
  return buildDocument(projected);
}

function projectValue(value: BsonValue, rule: Rule | undefined, isInclusion: boolean): BsonValue | undefined {
  if (rule === undefined) return isInclusion ? undefined : value;
  if (rule === 'include') return value;
  if (rule === 'exclude') return undefined;
  if (value.isObject) return projectFields(value, rule, isInclusion);
  if (value.isArray) return projectElements(value, rule, isInclusion);
  return isInclusion ? undefined : value;
}

/** A path goes through arrays: documents in them are projected, plain values fit only an exclusion. */
function projectElements(array: BsonValue, tree: Tree, isInclusion: boolean): BsonValue {
  const elements = elementsOf(array).map((element) => projectValue(element, tree, isInclusion));
  return buildArray(elements.filter((element) => element !== undefined));
}
