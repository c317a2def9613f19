import type { CalendarDate } from '@app/contracts';
import { type Day, parseIsoDay } from '@app/domain';
import { badField } from './problem.js';

/** Query parameters as Fastify parses them. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Reads and checks query parameters. What is not understood is refused: a misspelled filter would otherwise answer
 * with the numbers of everybody.
 */
export class QueryReader {
  /** @throws ProblemException (400) naming a parameter that the route does not know */
  constructor(
    private readonly query: Query,
    known: readonly string[],
  ) {
    const unknown = Object.keys(query).find((name) => !known.includes(name));
    if (unknown !== undefined)
      throw badField(unknown, `There is no parameter "${unknown}" here: ${listed(known)}`);
  }

  /** A parameter given at most once; null when it is not given. */
  text(name: string): string | null {
    const value = this.query[name];
    if (Array.isArray(value)) throw badField(name, `${name} may be given once.`);
    return value ?? null;
  }

  required(name: string): string {
    const value = this.text(name);
    if (value === null || value === '') throw badField(name, `${name} is missing.`);
    return value;
  }

  /** A parameter that may be repeated; empty when it is not given. */
  list(name: string): string[] {
    const value = this.query[name];
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
  }

  /** A calendar date; null when it is not given. */
  date(name: string): Day | null {
    const text = this.text(name);
    return text === null ? null : this.parsed(name, text);
  }

  requiredDate(name: string): Day {
    return this.parsed(name, this.required(name));
  }

  /** A whole number in bounds. */
  number(name: string, { min, max, default: usual }: { min: number; max: number; default: number }): number {
    const text = this.text(name);
    if (text === null) return usual;
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= min && number <= max) return number;
    throw badField(name, `${name} must be a whole number from ${min} to ${max}.`);
  }

  /** One of several words; null when it is not given. */
  oneOf<const Word extends string>(name: string, words: readonly Word[]): Word | null {
    const text = this.text(name);
    return text === null ? null : wordOf(name, text, words);
  }

  /** Some of several words; empty when none is given. */
  someOf<const Word extends string>(name: string, words: readonly Word[]): Word[] {
    return this.list(name).map((text) => wordOf(name, text, words));
  }

  private parsed(name: string, text: CalendarDate): Day {
    const day = parseIsoDay(text);
    if (day === null)
      throw badField(name, `${name} must be an existing date written YYYY-MM-DD, not "${text}".`);
    return day;
  }
}

function wordOf<Word extends string>(name: string, text: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) throw badField(name, `${name} must be one of ${words.join(', ')}.`);
  return found;
}

const listed = (known: readonly string[]): string =>
  known.length > 0 ? `it takes ${known.join(', ')}.` : 'it takes none.';
