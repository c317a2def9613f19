import { child } from './stored-value.js';

/** Whether a stored value holds keys: an object, no list, date or other value of the database. */
export function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** What is stored under a path such as `intro_poa.poa`; undefined when it is absent. */
export function storedAt(stored: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce((group: unknown, key) => (isGroup(group) ? child(group, key) : undefined), stored);
}

/** Whether two stored values are the same as JSON, whatever the order of keys; null and absent are. */
export function sameStored(left: unknown, right: unknown): boolean {
  return sameJson(asJson(left), asJson(right));
}

function sameJson(left: unknown, right: unknown): boolean {
  if (!isObject(left) || !isObject(right)) return left === right;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** As a caller gets to see it: dates and the like become text. */
const asJson = (value: unknown): unknown =>
  value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
