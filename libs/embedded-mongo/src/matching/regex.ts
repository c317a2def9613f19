import { CommandError, notImplemented } from '../errors/command-error.js';
import { BsonType, type BsonValue } from '../bson/value.js';

/**
 * A test for text that matches a pattern, given as a BSON regular expression or as a string with options.
 *
 * @throws CommandError for an invalid pattern, and for options or syntax that JavaScript does not share
 */
export function compileRegex(
  pattern: BsonValue,
  options: BsonValue | undefined,
): (value: BsonValue) => boolean {
  const [source, ownFlags] = sourceOf(pattern);
  if (options && options.type !== BsonType.string) {
    throw new CommandError('BadValue', '$options has to be a string');
  }
  const expression = toRegExp(source, options ? options.text() : ownFlags);
  return (value) =>
    (value.type === BsonType.string || value.type === BsonType.symbol) && expression.test(value.text());
}

function sourceOf(pattern: BsonValue): [source: string, flags: string] {
  if (pattern.type === BsonType.string) return [pattern.text(), ''];
  if (pattern.type !== BsonType.regex) throw new CommandError('BadValue', '$regex has to be a string');
  const [source = '', flags = ''] = pattern.bytes.toString('utf8').split('\0');
  return [source, flags];
}

/** MongoDB speaks PCRE: the options both share are taken over, the others refused. */
function toRegExp(source: string, flags: string): RegExp {
  for (const flag of flags) {
    if (flag === 'x') throw notImplemented('the regular expression option x');
    if (!'imsu'.includes(flag))
      throw new CommandError('Location51091', `invalid flag in regex options: ${flag}`);
  }
  try {
    return new RegExp(source, [...new Set(flags.replace('u', ''))].join(''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError('Location51091', `Regular expression is invalid: ${reason}`);
  }
}
