import type { UsersRepository } from '../users/users.repository.js';
import { firstSuperAdmin } from './first-people.js';

/** Makes the person of an address a super admin, added where there is none. For whoever operates the product alone. */
export async function makeSuperAdmin(users: UsersRepository, email: string): Promise<void> {
  const person = await users.byEmail(email);
  if (person) await users.promote(person.id);
  else await users.add(firstSuperAdmin(email, new Date()));
}
