import { SOMEBODY, type Who } from '@app/contracts';
import type { Actor } from '../logging/request-context.js';

/** A user; compared in lower case. */
export const person = ({ id, email }: { id: string | null; email: string }): Actor => ({
  kind: 'person',
  id,
  name: email.toLowerCase(),
});

export const NOBODY: Actor = { kind: 'nobody', id: null, name: null };
export const SCHEDULE: Actor = { kind: 'schedule', id: null, name: null };
export const COMMAND: Actor = { kind: 'command', id: null, name: null };
export const INSTALLATION: Actor = { kind: 'installation', id: null, name: null };

const OTHERS = [SCHEDULE, COMMAND, INSTALLATION];

const TOKEN = 'API token ';

/** What runs and histories call a program: it has no address. */
export const tokenLabel = (name: string): string => TOKEN + name;

/** Who is meant where runs and histories keep no more than an address, or what else it was. */
export const actorBy = (by: Who): Actor =>
  OTHERS.find(({ kind }) => kind === by) ??
  (by.startsWith(TOKEN)
    ? { kind: 'token', id: null, name: by.slice(TOKEN.length) }
    : person({ id: null, email: by }));

/** The same for whoever learns nothing of people: programs and jobs keep their names. */
export const withoutAddress = (by: Who): Who => (actorBy(by).kind === 'person' ? SOMEBODY : by);
