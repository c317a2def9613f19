import { buildDocument } from '../bson/build.js';
import { fieldsOf, type Field } from '../bson/fields.js';
import { toDouble } from '../bson/numbers.js';
import { BsonType, fromJs, type BsonValue } from '../bson/value.js';

/**
 * The argument `{ _id: 1, n: { $sum: 1 } }` of a `$group`, with which drivers count documents, needs none of their values,
 * only their number. Answers undefined for any other group.
 */
export function constantCount(group: BsonValue): ((count: number) => BsonValue[]) | undefined {
  const fields = group.isObject ? fieldsOf(group) : [];
  const id = fields.find(([name]) => name === '_id')?.[1];
  const sums = fields.filter(([name]) => name !== '_id').map(constantSum);
  if (!id || !isConstant(id) || sums.includes(undefined)) return undefined;
  return (count) => {
    if (count === 0) return [];
    const totals = sums.map((sum): Field => [sum?.name ?? '', fromJs(count * (sum?.step ?? 0))]);
    return [buildDocument([['_id', id], ...totals])];
  };
}

function isConstant(id: BsonValue): boolean {
  return id.isNumber || id.type === BsonType.null;
}

/** Name and step of `{ $sum: <whole number> }`. */
function constantSum([name, value]: Field): { name: string; step: number } | undefined {
  const [operator, second] = value.isObject ? fieldsOf(value) : [];
  if (operator?.[0] !== '$sum' || second || operator[1].type !== BsonType.int32) return undefined;
  return { name, step: toDouble(operator[1]) };
}
