import type { Role } from '@app/contracts';
import { dateOf } from '../database/newest-document.js';
import type { UserDocument } from './user.schema.js';

/** A user as the product understands it, whatever its document looks like. */
export interface Person {
  readonly id: string;
  /** As stored; compare it in lower case. */
  readonly email: string;
  readonly name: string;
  readonly picture: string | null;
  readonly role: Role;
  /** View names; empty means the default view. */
  readonly viewAccess: readonly string[];
  readonly createdAt: Date | null;
  readonly lastLogin: Date | null;
}

/** A missing or unknown role counts as the one with the fewest rights. */
export function toPerson(document: Partial<UserDocument> & Pick<UserDocument, 'id' | 'email'>): Person {
  const { id, email, name, picture, role, view_access, created_at, last_login } = document;
  return {
    id,
    email,
    name: typeof name === 'string' && name.trim() !== '' ? name : email,
    picture: typeof picture === 'string' && picture !== '' ? picture : null,
    role: role === 'super_admin' ? 'super_admin' : 'viewer',
    viewAccess: Array.isArray(view_access) ? view_access.filter((view) => typeof view === 'string') : [],
    createdAt: dateOf(created_at),
    lastLogin: dateOf(last_login),
  };
}
