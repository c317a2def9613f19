import { randomBytes } from 'node:crypto';
import type { Role } from '@app/contracts';
import type { NewUser } from './users.repository.js';

/** Somebody who is to be added. */
export interface AddedPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** View names; empty means the default view. */
  readonly view_access: readonly string[];
}

const LONGEST_NAME = 40;

/**
 * The document of somebody who is added. Ids look as in the contract; their random end keeps apart who is added in the
 * same second and is called the same at another domain.
 */
export function newUser({ view_access, ...person }: AddedPerson, now: Date): NewUser {
  const local = person.email.split('@')[0]?.toLowerCase() ?? '';
  const name = local.replace(/[^a-z0-9]+/g, '').slice(0, LONGEST_NAME);
  const id = `user-${name}-${Math.floor(now.getTime() / 1000)}-${randomBytes(4).toString('hex')}`;
  return { id, ...person, view_access: [...view_access], picture: null, created_at: now, last_login: null };
}
