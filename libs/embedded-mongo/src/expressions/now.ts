/** The moment of a command, under a name that no client can give to a variable of its own. */
export const MOMENT = 'COMMAND_MOMENT';

/**
 * mingo reads the clock for every document and stage that names `$$NOW`; in MongoDB it is one moment for a whole
 * command. So the expressions name a variable instead. Texts that are no expression stay: what `$literal` holds,
 * and a `$match` outside its `$expr`.
 */
export function bindNow(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/^\$\$NOW(?=$|\.)/, () => `$$${MOMENT}`);
  return mapParts(value, (name, part) => {
    if (name === '$literal') return part;
    return name === '$match' ? bindInFilter(part) : bindNow(part);
  });
}

/** True when an expression somewhere in a filter depends on the moment. */
export function namesNow(filter: unknown): boolean {
  return JSON.stringify(bindInFilter(filter)).includes(`$$${MOMENT}`);
}

function bindInFilter(filter: unknown): unknown {
  return mapParts(filter, (name, part) => (name === '$expr' ? bindNow(part) : bindInFilter(part)));
}

function mapParts(value: unknown, map: (name: string, part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => map('', part));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, map(name, part)]));
}

/** Dates, ids and the like are values, not documents. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
