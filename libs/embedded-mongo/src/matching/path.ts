import { elementsOf, fieldName, fieldOf, type FieldName } from '../bson/fields.js';
import type { BsonValue } from '../bson/value.js';

/** A dotted path, split and prepared once. */
export type Path = readonly FieldName[];

/** Splits `a.b.0` into its names. */
export function parsePath(text: string): Path {
  return text.split('.').map(fieldName);
}

/** True for a name that can be the position of an array's element. */
export function isPosition(name: string): boolean {
  return /^(0|[1-9]\d*)$/.test(name);
}

/** Receives what a path leads to, undefined when it is missing; true stops the search. */
type LeafVisitor = (value: BsonValue | undefined) => boolean;

/**
 * Visits every value a path leads to as MongoDB's matcher does: a name applies to the documents in an array
 * as well as, if it is a number, to a position of it. True as soon as the visitor says so.
 */
export function visitPath(value: BsonValue, path: Path, visit: LeafVisitor, depth = 0): boolean {
  const name = path[depth];
  if (!name) return visit(value);
  if (value.isObject) return visitNext(fieldOf(value, name), path, visit, depth);
  if (!value.isArray) return visit(undefined);
  if (isPosition(name.text)) {
    const element = fieldOf(value, name);
    if (element && visitPath(element, path, visit, depth + 1)) return true;
  }
  return elementsOf(value).some((element) => element.isObject && visitPath(element, path, visit, depth));
}

function visitNext(next: BsonValue | undefined, path: Path, visit: LeafVisitor, depth: number): boolean {
  return next ? visitPath(next, path, visit, depth + 1) : visit(undefined);
}

/**
 * The values a path leads to for sorting, indexing and `distinct`: arrays at its end give their elements.
 * An empty array gives itself, a missing field undefined.
 */
export function valuesAt(document: BsonValue, path: Path): (BsonValue | undefined)[] {
  const values: (BsonValue | undefined)[] = [];
  visitPath(document, path, (value) => {
    const elements = value?.isArray ? elementsOf(value) : [];
    if (elements.length > 0) values.push(...elements);
    else values.push(value);
    return false;
  });
  return values;
}
