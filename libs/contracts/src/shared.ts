import type { WholeNumber } from '@app/domain';

/**
 * A calendar date, `YYYY-MM-DD`.
 *
 * @format date
 * @example "2026-11-22"
 */
export type CalendarDate = string;

/**
 * An instant, ISO 8601 in UTC.
 *
 * @format date-time
 * @example "2026-11-22T11:02:00.000Z"
 */
export type Instant = string;

/**
 * Who did something, or who something is assigned to: the address of a person, `API token <name>` of a program, or what
 * the product did by itself, such as `schedule`. API tokens and the demo user, who learn nothing of people, are told
 * `somebody` in place of an address.
 *
 * @example "ada@example.com"
 */
export type Who = string;

/** What stands in place of the address of a person, for whoever does not hold the right `know_people`. */
export const SOMEBODY: Who = 'somebody';

/** One page of a list. */
export interface Page<Item> {
  /** The items of this page. */
  items: Item[];
  /** Hand it back as `cursor` for the next page; null on the last one. */
  next_cursor: string | null;
  /** How many items the whole list has. */
  total: WholeNumber;
}

/** An error, as RFC 9457 problem details (`application/problem+json`). */
export interface Problem {
  /** Stable identifier of the kind of problem; `about:blank` when the status says all. */
  type: string;
  /** Name of the status. */
  title: string;
  /** HTTP status. */
  status: WholeNumber;
  /** What was wrong, where, and what to do. */
  detail: string;
  /** One entry for each faulty field, header or parameter. */
  errors: ProblemField[];
  /** Names this request in the log of the server. */
  request_id: string;
}

/** A fault of one field of a request. */
export interface ProblemField {
  /** Name of the field, as it was sent. */
  field: string;
  /** What is wrong with it and what to do. */
  message: string;
}
