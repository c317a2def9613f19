import type { ProblemField } from '@app/contracts';

/** Why a change is not made: what it is about is absent, it is faulty, made on an older state, or others were faster. */
export type Refusal = 'absent' | 'faulty' | 'outdated' | 'busy';

/** A change that is not made. Whoever answers the request turns it into a problem. */
export class RefusedChange extends Error {
  constructor(
    readonly refusal: Refusal,
    message: string,
    readonly errors: ProblemField[] = [],
  ) {
    super(message);
    this.name = 'RefusedChange';
  }
}
