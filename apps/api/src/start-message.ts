import type { Person } from './users/person.js';

/** What a person who typed `npm start` wants to know: where to go, and as whom. */
export function startMessage(address: string, people: readonly Person[]): string {
  const widest = Math.max(0, ...people.map(({ email }) => email.length));
  const lines = people.map(({ email, role, viewAccess }) => {
    const what = role === 'super_admin' ? 'super admin, every view' : viewAccess.join(', ') || 'default view';
    return `  ${email.padEnd(widest)}  ${what}`;
  });
  const signIn = lines.length > 0 ? ['', 'Sign in as one of:', ...lines] : [];
  return `${['', `Ready: open ${address}`, ...signIn, ''].join('\n')}\n`;
}
