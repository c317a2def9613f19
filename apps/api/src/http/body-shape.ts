/** How much a body may hold, beside its bytes: what is read further costs time by its shape, not by its length. */
export interface BodyShape {
  /** Keys of one object. */
  readonly keys: number;
  /** Objects and lists inside one another, the body itself included. */
  readonly levels: number;
  /** Keys and entries altogether. */
  readonly values: number;
}

interface Place {
  readonly value: object;
  readonly level: number;
}

/**
 * What makes a body too wide or too deep to be looked at; null when nothing does. Stops at the first fault, so that
 * it never sees more than the limits allow.
 */
export function faultOfShape(body: unknown, { keys, levels, values }: BodyShape): string | null {
  if (!isContainer(body) || Array.isArray(body)) return 'The body must be a JSON object.';
  const open: Place[] = [{ value: body, level: 1 }];
  let seen = 0;
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value, level } = place;
    if (level > levels) return `The body is nested deeper than ${levels} levels.`;
    const room = Array.isArray(value) ? values : keys;
    let own = 0;
    for (const [key, inside] of insideOf(value)) {
      own += 1;
      seen += 1;
      if (isOfTheLanguage(key, inside)) return `A key of the body is named "${key}", which no key may be.`;
      if (isBroken(key) || isBroken(inside)) return 'A text of the body holds half a character.';
      if (own > room) return `An object of the body has more than ${keys} keys.`;
      if (seen > values) return `The body holds more than ${values} values.`;
      if (isContainer(inside)) open.push({ value: inside, level: level + 1 });
    }
  }
  return null;
}

function* insideOf(value: object): Generator<[string | null, unknown]> {
  if (Array.isArray(value)) for (const entry of value as unknown[]) yield [null, entry];
  else for (const key in value) yield [key, (value as Record<string, unknown>)[key]];
}

/** Keys that reach into every object where somebody copies them carelessly. */
const isOfTheLanguage = (key: string | null, inside: unknown): boolean =>
  key === '__proto__' || (key === 'constructor' && isContainer(inside));

/** Half of a pair of code units is no text: what encodes it as UTF-8 throws, or stores something else. */
const isBroken = (value: unknown): boolean => typeof value === 'string' && !value.isWellFormed();

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
