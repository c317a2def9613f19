import { CommandError } from '../errors/command-error.js';
import { elementsOf } from '../bson/fields.js';
import { toDouble } from '../bson/numbers.js';
import { BsonType, type BsonValue } from '../bson/value.js';

/** Names that `$type` takes, with the BSON types they mean. */
const TYPES_BY_NAME = new Map<string, readonly number[]>([
  ['double', [BsonType.double]],
  ['string', [BsonType.string]],
  ['object', [BsonType.object]],
  ['array', [BsonType.array]],
  ['binData', [BsonType.binary]],
  ['undefined', [BsonType.undefined]],
  ['objectId', [BsonType.objectId]],
  ['bool', [BsonType.boolean]],
  ['date', [BsonType.date]],
  ['null', [BsonType.null]],
  ['regex', [BsonType.regex]],
  ['dbPointer', [BsonType.dbPointer]],
  ['javascript', [BsonType.code]],
  ['symbol', [BsonType.symbol]],
  ['javascriptWithScope', [BsonType.codeWithScope]],
  ['int', [BsonType.int32]],
  ['timestamp', [BsonType.timestamp]],
  ['long', [BsonType.long]],
  ['decimal', [BsonType.decimal]],
  ['minKey', [BsonType.minKey]],
  ['maxKey', [BsonType.maxKey]],
  ['number', [BsonType.int32, BsonType.double, BsonType.long, BsonType.decimal]],
]);

const KNOWN_NUMBERS = new Set([...TYPES_BY_NAME.values()].flat());

/** The test that `$type` asks for: one name or number of a type, or a list of them. */
export function typeTest(argument: BsonValue): (value: BsonValue) => boolean {
  const wanted = new Set((argument.isArray ? elementsOf(argument) : [argument]).flatMap(typesOf));
  if (wanted.size === 0) throw new CommandError('FailedToParse', '$type must match at least one type');
  return (value) => wanted.has(value.type);
}

function typesOf(name: BsonValue): readonly number[] {
  if (name.isNumber) {
    const number = toDouble(name) === -1 ? BsonType.minKey : toDouble(name);
    if (KNOWN_NUMBERS.has(number)) return [number];
    throw new CommandError('BadValue', `Invalid numerical type code: ${toDouble(name)}`);
  }
  const types = name.type === BsonType.string ? TYPES_BY_NAME.get(name.text()) : undefined;
  if (!types) throw new CommandError('BadValue', `Unknown type name alias: ${describe(name)}`);
  return types;
}

function describe(name: BsonValue): string {
  return name.type === BsonType.string ? name.text() : `BSON type ${name.type}`;
}
