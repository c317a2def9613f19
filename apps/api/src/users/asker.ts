import type { Caller } from '@app/contracts';
import type { Person } from './person.js';

/** Who is asking, and what they are: an argument of every read that depends on it. */
export interface Asker extends Omit<Person, 'createdAt' | 'lastLogin'>, Caller {}
