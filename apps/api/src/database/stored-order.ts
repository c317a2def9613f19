/** Key beyond the contract: a number that grows in the order of the sheet. */
export const SHEET_POSITION = 'sheet_position';

/** What says where a stored document stands among the others of its collection. */
export interface StoredPlace {
  readonly position: unknown;
  readonly id: unknown;
}

export const placeOf = (document: Readonly<Record<string, unknown>>): StoredPlace => ({
  position: document[SHEET_POSITION],
  id: document._id,
});

/**
 * The order of records on any server, whatever order it hands them out in: as in the sheet; what is of no sheet comes
 * after it, by the whole `_id`.
 */
export const comparePlaces = (a: StoredPlace, b: StoredPlace): number =>
  rowOf(a.position) - rowOf(b.position) || compareIds(a.id, b.id);

const rowOf = (position: unknown): number =>
  typeof position === 'number' && position >= 0 ? position : Number.MAX_SAFE_INTEGER;

/** Values of `_id` in one order, whatever their kinds: other software may use any. */
export function compareIds(a: unknown, b: unknown): number {
  const [one, other] = [kindOf(a), kindOf(b)];
  if (one !== other) return one - other;
  if (isObjectId(a) && isObjectId(b)) return Buffer.compare(a.id, b.id);
  const [left, right] = [comparable(a), comparable(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

interface ObjectIdLike {
  readonly _bsontype: 'ObjectId';
  readonly id: Uint8Array;
}

/** Made by any copy of the driver. */
const isObjectId = (value: unknown): value is ObjectIdLike => bsonTypeOf(value) === 'ObjectId';

const bsonTypeOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { _bsontype?: unknown })._bsontype : undefined;

/** The order of kinds is MongoDB's: numbers, text, documents, binary, ObjectIds, booleans, dates. */
const KINDS: readonly ((value: unknown) => boolean)[] = [
  (value) => value === null || value === undefined,
  (value) => typeof value === 'number' || typeof value === 'bigint' || isNumber(bsonTypeOf(value)),
  (value) => typeof value === 'string',
  (value) => typeof value === 'object' && !(value instanceof Date) && bsonTypeOf(value) === undefined,
  (value) => bsonTypeOf(value) === 'Binary' || bsonTypeOf(value) === 'UUID',
  isObjectId,
  (value) => typeof value === 'boolean',
  (value) => value instanceof Date,
];

const isNumber = (type: unknown): boolean =>
  type === 'Int32' || type === 'Double' || type === 'Long' || type === 'Decimal128';

const kindOf = (value: unknown): number => {
  const kind = KINDS.findIndex((isOfKind) => isOfKind(value));
  return kind < 0 ? KINDS.length : kind;
};

/** Values of one kind as something that `<` can order. */
function comparable(value: unknown): number | string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return Number(value);
  const type = bsonTypeOf(value);
  if (isNumber(type)) return Number(String(value));
  const { buffer } = value as { buffer?: unknown };
  return buffer instanceof Uint8Array ? Buffer.from(buffer).toString('hex') : JSON.stringify(value);
}
