import type { User } from './users.js';

/** What a super admin does to somebody. */
export type UserAction = 'change_role' | 'remove' | 'invite';

/** What decides about it. */
export type ActedOn = Pick<User, 'email' | 'is_you' | 'is_last_super_admin' | 'is_demo' | 'owns_pov'>;

/**
 * Why something is not done to somebody, by the API, which refuses it, and by the console, which says so beside the
 * control. Views and sessions of everybody can be changed. Source: docs/domain.md, section 7.
 *
 * @returns a sentence for people; null where it can be done
 */
export function whyNot(action: UserAction, user: ActedOn): string | null {
  if (action === 'invite') return user.owns_pov ? povLink(user.email) : null;
  if (user.is_last_super_admin && action === 'change_role')
    return 'The last super admin stays one: make somebody else a super admin first.';
  if (user.is_last_super_admin)
    return 'The last super admin cannot be removed: make somebody else a super admin first.';
  if (user.is_you && action === 'change_role')
    return 'Nobody changes their own role: ask another super admin.';
  if (user.is_you) return 'Nobody removes themselves: ask another super admin.';
  if (user.is_demo && action === 'change_role') return 'The demo user only reads, whatever its role.';
  return null;
}

const povLink = (email: string): string =>
  `Whoever has a link of ${email} could write the POV, which super admins may not. Whoever runs this product makes it: npm run invite -- ${email}`;
