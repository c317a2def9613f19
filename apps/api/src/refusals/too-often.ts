import { Refusal } from './refusal.js';

/** Done more often than a limit allows. */
export class TooOften extends Refusal {
  override readonly name = 'TooOften';

  /**
   * @param what in words, such as "sign-in attempts"
   * @param seconds until it may be tried again
   */
  constructor(
    what: string,
    readonly seconds: number,
  ) {
    super('too_many', `Too many ${what}. Try again in ${seconds} s.`);
  }
}
