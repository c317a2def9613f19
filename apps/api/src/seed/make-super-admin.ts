import type { AuditLog } from '../audit/audit-log.service.js';
import type { Actor } from '../logging/request-context.js';
import type { UsersRepository } from '../users/users.repository.js';
import { firstSuperAdmin } from './first-people.js';

/** Makes the person of an address a super admin, added where there is none. For whoever operates the product alone. */
export async function makeSuperAdmin(
  { users, audit, by }: { users: UsersRepository; audit: AuditLog; by: Actor },
  email: string,
): Promise<void> {
  const before = await users.byEmail(email);
  if (before) await users.promote(before.id);
  else await users.add(firstSuperAdmin(email, new Date()));
  await audit.record({
    action: before ? 'user_changed' : 'user_added',
    actor: by,
    subject: { id: before?.id ?? email, name: email },
    before: { role: before?.role },
    after: { role: 'super_admin' },
  });
}
