import { buildDocument } from '../bson/build.js';
import { elementsOf, fieldsOf } from '../bson/fields.js';
import type { BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { compileFilter, type Matcher } from '../matching/matcher.js';

/** `arrayFilters` by the identifier that each is about. */
export class ArrayFilters {
  private readonly filters = new Map<string, Matcher>();

  constructor(list: readonly BsonValue[]) {
    for (const filter of list) {
      const identifier = identifierOf(filter);
      if (this.filters.has(identifier)) {
        throw new CommandError(
          'FailedToParse',
          `Found multiple array filters with the same top-level field name ${identifier}`,
        );
      }
      this.filters.set(identifier, compileFilter(filter));
    }
  }

  /** Checks that paths and filters belong together, before any document is changed. */
  assertUsed(paths: readonly string[]): void {
    const used = new Set(paths.flatMap((path) => [...path.matchAll(/\$\[(\w+)\]/g)].map(([, name]) => name)));
    for (const name of used) if (name && !this.filters.has(name)) throw noFilter(name, paths);
    for (const name of this.filters.keys()) {
      if (!used.has(name)) {
        throw new CommandError(
          'FailedToParse',
          `The array filter for identifier '${name}' was not used in the update`,
        );
      }
    }
  }

  /** Which elements `$[identifier]` stands for. */
  testFor(identifier: string, path: string): (element: BsonValue) => boolean {
    const matches = this.filters.get(identifier);
    if (!matches) throw noFilter(identifier, [path]);
    return (element) => matches(buildDocument([[identifier, element]]));
  }
}

function noFilter(identifier: string, paths: readonly string[]): CommandError {
  const path = paths.find((candidate) => candidate.includes(`$[${identifier}]`)) ?? '';
  return new CommandError(
    'BadValue',
    `No array filter found for identifier '${identifier}' in path '${path}'`,
  );
}

/** The first name in a filter, also inside `$and` and the like. */
function identifierOf(filter: BsonValue): string {
  const [first] = fieldsOf(filter);
  if (first?.[0].startsWith('$') && first[1].isArray) {
    const [clause] = elementsOf(first[1]);
    if (clause?.isObject) return identifierOf(clause);
  }
  const identifier = first?.[0].split('.')[0] ?? '';
  if (/^[a-z]\w*$/.test(identifier)) return identifier;
  throw new CommandError('BadValue', `Error parsing array filter: '${identifier}' is no identifier`);
}
