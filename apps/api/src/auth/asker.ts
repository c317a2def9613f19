import type { Role } from '@app/contracts';

/** Who is asking: an argument of every read that depends on it. */
export interface Asker {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly picture: string | null;
  readonly role: Role;
  /** View names, as stored. */
  readonly viewAccess: readonly string[];
  /** The demo user writes nothing but its own board preferences. */
  readonly isDemo: boolean;
}
