import type { ProblemField } from '@app/contracts';

/** Why something is not done. How each of them is answered is up to `http/problem-answer.ts`. */
export type RefusalReason =
  /** What is asked for does not make sense as it is. */
  | 'faulty'
  /** The person is not known. */
  | 'unauthenticated'
  /** The person is known, or nobody is asked, and still it may not be done. */
  | 'forbidden'
  /** What it is about does not exist. */
  | 'absent'
  /** What it is about is in another state than it has to be. */
  | 'conflict'
  /** A change made on an older state. */
  | 'outdated'
  | 'too_large'
  /** A file of a kind that is not read. */
  | 'wrong_kind'
  /** It makes sense, but this product does not do it. */
  | 'not_offered'
  /** There is no room for it now, because others wait already. */
  | 'too_many'
  /** It may work later: something is busy, or missing. */
  | 'unavailable';

/**
 * Something that services, repositories and helpers do not do. They know no HTTP: whoever answers the request turns it
 * into a problem. The message says what was wrong, where, and what to do: people read it.
 */
export class Refusal extends Error {
  /** @param errors one entry a faulty field, parameter or header */
  constructor(
    readonly reason: RefusalReason,
    message: string,
    readonly errors: ProblemField[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'Refusal';
  }
}

/** A refusal that is about one field, parameter or header. */
export const refusedField = (field: string, message: string, reason: RefusalReason = 'faulty'): Refusal =>
  new Refusal(reason, message, [{ field, message }]);
