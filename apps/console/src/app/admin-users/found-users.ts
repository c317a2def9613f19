import type { User } from '@app/contracts';
import { fold } from '@app/domain/normalise';

/** The people whose name, address or views hold all words, whatever their case and accents. */
export function foundUsers(users: readonly User[], words: string): User[] {
  const wanted = words.split(/\s+/).map(fold);
  return users.filter((user) => wanted.every((word) => textOf(user).includes(word)));
}

/** As the list shows it: a super admin opens every view, whatever is stored. */
const textOf = ({ name, email, role, view_access }: User): string =>
  [name, email, ...(role === 'super_admin' ? [] : view_access)].map(fold).join('\n');
