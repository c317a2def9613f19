import { buildDocument } from '../bson/build.js';
import { equalValues } from '../bson/compare.js';
import { describeValue } from '../bson/describe.js';
import { elementsOf, fieldsOf } from '../bson/fields.js';
import type { BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import type { Variables } from '../expressions/expression.js';
import { isPosition } from '../matching/path.js';
import { idOf } from '../storage/collection.js';
import { ArrayFilters } from './array-filters.js';
import { UPDATE_OPERATORS, unknownModifier, type OperatorChange } from './operators.js';
import { applyChange, type PathChange } from './path.js';
import { compilePipeline } from './pipeline.js';
import { freeze, MutableDocument } from './tree.js';

/** What an update does to a document. */
export interface Update {
  /** The document after the update; the same bytes where nothing changes. */
  apply: (document: BsonValue, isInsert: boolean) => BsonValue;
  isReplacement: boolean;
}

/** What an update depends on beside its own document. */
export interface UpdateOptions {
  arrayFilters?: readonly BsonValue[] | undefined;
  variables?: Variables | undefined;
  /** Texts are compared under a collation, which array filters do not support. */
  isCollated?: boolean;
}

/**
 * Prepares an update: a replacement, operators, or a pipeline.
 *
 * @throws CommandError for what is not an update, before any document is touched
 */
export function compileUpdate(update: BsonValue, options: UpdateOptions): Update {
  if (update.isArray) return pipelineUpdate(update, options);
  if (!update.isObject)
    throw new CommandError('FailedToParse', 'Update argument must be either an object or an array');
  const isReplacement = !(fieldsOf(update)[0]?.[0].startsWith('$') ?? false);
  return isReplacement ? replacement(update, options) : operatorUpdate(update, options);
}

function pipelineUpdate(update: BsonValue, { arrayFilters, variables, isCollated }: UpdateOptions): Update {
  if (isCollated) throw notImplemented('an update by a pipeline under a collation');
  if (arrayFilters)
    throw new CommandError('FailedToParse', 'arrayFilters may not be specified for pipeline-style updates');
  const run = compilePipeline(elementsOf(update), variables);
  return { apply: (document) => keepingId(document, run(document)), isReplacement: false };
}

function replacement(update: BsonValue, { arrayFilters }: UpdateOptions): Update {
  if (arrayFilters)
    throw new CommandError(
      'FailedToParse',
      'arrayFilters may not be specified for replacement-style updates',
    );
  for (const [name] of fieldsOf(update)) {
    if (name.startsWith('$'))
      throw new CommandError(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${name}' is not allowed in a replacement`,
      );
  }
  return { apply: (document) => keepingId(document, update), isReplacement: true };
}

/** `_id` stays as it is stored, first, whatever the new document says about it. */
function keepingId(before: BsonValue, after: BsonValue): BsonValue {
  const id = idOf(before);
  if (!id) return after;
  const newId = idOf(after);
  if (newId && !equalValues(id, newId)) {
    throw new CommandError(
      'ImmutableField',
      `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${describeValue(newId)}`,
    );
  }
  return buildDocument([['_id', id], ...fieldsOf(after).filter(([name]) => name !== '_id')]);
}

interface Modification extends OperatorChange {
  path: string;
}

function operatorUpdate(update: BsonValue, { arrayFilters = [], isCollated }: UpdateOptions): Update {
  const modifications = fieldsOf(update).flatMap(([operator, argument]) =>
    modificationsBy(operator, argument),
  );
  const paths = modifications.map(({ path }) => path);
  paths.forEach(assertPath);
  if (isCollated) assertWithoutFilters(paths);
  assertNoConflict(paths);
  const filters = new ArrayFilters(arrayFilters);
  filters.assertUsed(paths);
  const ordered = modifications.toSorted((a, b) => comparePaths(a.path, b.path));
  return {
    isReplacement: false,
    apply: (document, isInsert) => {
      const root = new MutableDocument(document);
      const changes: PathChange[] = ordered.filter(({ isInsertOnly }) => isInsert || !isInsertOnly);
      for (const change of changes) applyChange(root, change, filters);
      return checkedId(document, freeze(root), paths);
    },
  };
}

function assertWithoutFilters(paths: readonly string[]): void {
  if (paths.some((path) => path.includes('$'))) throw notImplemented('array filters under a collation');
}

function modificationsBy(operator: string, argument: BsonValue): Modification[] {
  const factory = UPDATE_OPERATORS.get(operator);
  if (!factory) throw unknownModifier(operator);
  if (!argument.isObject) {
    throw new CommandError(
      'FailedToParse',
      `Modifiers operate on fields but we found type ${argument.type} instead for ${operator}`,
    );
  }
  return fieldsOf(argument).map(([path, value]) => ({ path, ...factory(value, path) }));
}

function assertPath(path: string): void {
  const names = path.split('.');
  if (names.includes('')) {
    throw new CommandError(
      'EmptyFieldName',
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  }
  const [first = ''] = names;
  const refused = first.startsWith('$')
    ? first
    : names.find((name) => name.startsWith('$') && !/^\$(\[\w*\])?$/.test(name));
  if (names.includes('$')) throw notImplemented(`the positional operator $ in '${path}'`);
  if (refused) {
    throw new CommandError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${refused}' in '${path}' is not allowed in the context of an update.`,
    );
  }
}

/** Two operators on one path, or on a path and a part of it, would depend on their order. */
function assertNoConflict(paths: readonly string[]): void {
  const sorted = paths.toSorted();
  for (const path of sorted) {
    const other = sorted.find((candidate) => candidate.startsWith(`${path}.`));
    const isTwice = sorted.indexOf(path) !== sorted.lastIndexOf(path);
    if (other || isTwice) {
      throw new CommandError(
        'ConflictingUpdateOperators',
        `Updating the path '${other ?? path}' would create a conflict at '${path}'`,
      );
    }
  }
}

/** New fields appear in the order of their names, positions by their number: MongoDB's order. */
function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (const [index, name] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order =
      isPosition(name) && isPosition(other)
        ? Number(name) - Number(other)
        : Number(name > other) - Number(name < other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function checkedId(before: BsonValue, after: BsonValue, paths: readonly string[]): BsonValue {
  const path = paths.find((candidate) => candidate === '_id' || candidate.startsWith('_id.'));
  const [id, newId] = [idOf(before), idOf(after)];
  if (path !== undefined && id && !(newId && id.bytes.equals(newId.bytes) && id.type === newId.type)) {
    throw new CommandError(
      'ImmutableField',
      `Performing an update on the path '${path}' would modify the immutable field '_id'`,
    );
  }
  return after;
}
