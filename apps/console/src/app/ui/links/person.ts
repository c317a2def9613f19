import type { PersonRole } from '@app/contracts';

/** Somebody as deals name them: as AE or as BDR. */
export interface Person {
  readonly role: PersonRole;
  readonly name: string;
}

/** A person as written in the address: `owner:Inès`. */
export const personParameter = ({ role, name }: Person): string => `${role}:${name}`;

/** Reads `owner:Inès`; null when it names nobody. */
export function personOf(text: string | null): Person | null {
  const [, role, name] = /^(owner|bdr):(.+)$/s.exec(text ?? '') ?? [];
  return role && name ? { role: role as PersonRole, name } : null;
}
