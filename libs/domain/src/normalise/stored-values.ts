/* The driver's own number classes, seen where a document was decoded without promoting values. */
const NUMBER_CLASSES = new Set<unknown>(['Int32', 'Double', 'Long', 'Decimal128']);

interface Printable {
  toString(): string;
}

/**
 * The text of a stored value: text as it is, numbers and object ids in their spelling.
 *
 * @returns `""` for null, missing keys and anything that is no single value
 */
export function storedText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  const kind = bsonType(value);
  return kind === 'ObjectId' || NUMBER_CLASSES.has(kind) ? (value as Printable).toString() : '';
}

/**
 * The number of a stored value that is no text.
 *
 * @returns NaN for what is no number
 */
export function storedNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return NUMBER_CLASSES.has(bsonType(value)) ? Number((value as Printable).toString()) : Number.NaN;
}

function bsonType(value: unknown): unknown {
  return typeof value === 'object' && value !== null && '_bsontype' in value ? value._bsontype : null;
}
