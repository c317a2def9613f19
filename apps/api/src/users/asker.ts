import type { Person } from './person.js';

/** Who is asking: an argument of every read that depends on it. */
export interface Asker extends Person {
  /** The demo user writes nothing but its own board preferences. */
  readonly isDemo: boolean;
}
