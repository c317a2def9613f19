import type { TextComparison } from '../bson/compare.js';
import { fieldName, fieldOf, fieldsOf } from '../bson/fields.js';
import { toDouble } from '../bson/numbers.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';

/** What Intl distinguishes at MongoDB's first three strengths; it does not have the finer two. */
const SENSITIVITIES = new Map<number, Intl.CollatorOptions['sensitivity']>([
  [1, 'base'],
  [2, 'accent'],
  [3, 'variant'],
]);

/**
 * The order of texts that a collation asks for; undefined for the plain order of their bytes.
 *
 * @throws CommandError BadValue for an unknown locale, NotImplemented for options that Intl cannot follow
 */
export function textComparison(collation: BsonValue | undefined): TextComparison | undefined {
  if (!collation || collation.type === BsonType.null) return undefined;
  if (!collation.isObject) throw new CommandError('TypeMismatch', "'collation' must be an object");
  if (fieldsOf(collation).length === 0) return undefined;
  const locale = localeOf(collation);
  if (locale === 'simple') return undefined;
  const { compare } = collatorFor(locale, collation);
  return compare;
}

/** Collators are expensive and clients use few: each is made once. */
const collators = new Map<string, Intl.Collator>();

function collatorFor(locale: string, collation: BsonValue): Intl.Collator {
  assertPlain(collation);
  const sensitivity = sensitivityOf(collation);
  const key = `${locale} ${sensitivity}`;
  const collator = collators.get(key) ?? new Intl.Collator(locale, { sensitivity, caseFirst: 'false' });
  collators.set(key, collator);
  return collator;
}

function assertPlain(collation: BsonValue): void {
  const option = fieldsOf(collation).find(([name]) => name !== 'locale' && name !== 'strength');
  if (option) throw notImplemented(`collations with the option ${option[0]}`);
}

/** The locale as Intl writes it: `en_US` is `en-US`. */
function localeOf(collation: BsonValue): string {
  const locale = fieldOf(collation, fieldName('locale'));
  if (locale?.type !== BsonType.string)
    throw new CommandError('Location40414', "BSON field 'collation.locale' is missing but a required field");
  const name = locale.text();
  if (name.includes('@')) throw notImplemented('collations with a variant of a locale');
  if (name !== 'simple' && !isSupported(name.replaceAll('_', '-')))
    throw new CommandError('BadValue', `Field 'locale' is invalid in: { locale: "${name}" }`);
  return name.replaceAll('_', '-');
}

function isSupported(locale: string): boolean {
  try {
    return Intl.Collator.supportedLocalesOf(locale).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function sensitivityOf(collation: BsonValue): Intl.CollatorOptions['sensitivity'] {
  const strength = fieldOf(collation, fieldName('strength'));
  const number = strength ? (strength.isNumber ? toDouble(strength) : NaN) : 3;
  const sensitivity = SENSITIVITIES.get(number);
  if (sensitivity) return sensitivity;
  if (number === 4 || number === 5) throw notImplemented(`collations of strength ${number}`);
  throw new CommandError('BadValue', "Field 'strength' must be an integer 1 through 5");
}
