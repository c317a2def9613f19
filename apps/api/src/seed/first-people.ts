import { type AddedPerson, newUser } from '../users/new-user.js';
import type { NewUser } from '../users/users.repository.js';

const ALL_VIEWS = ['Organic', 'Signal', 'Full Funnel', 'Market', 'Master'];

/** People of an empty embedded database: one of each kind, to sign in as. */
export function firstPeople(povOwner: string, demoUser: string, now: Date): NewUser[] {
  const people: AddedPerson[] = [
    { email: 'admin@example.com', name: 'Ada Admin', role: 'super_admin', view_access: ALL_VIEWS },
    viewer('organic@example.com', 'Olive Organic', ['Organic']),
    viewer('signal@example.com', 'Sam Signal', ['Signal']),
    viewer('fullfunnel@example.com', 'Fay Full Funnel', ['Full Funnel']),
    viewer('market@example.com', 'Max Market', ['Market']),
    viewer('master@example.com', 'Mara Master', ['Master']),
    viewer(povOwner, 'Asher', ALL_VIEWS),
    viewer(demoUser, 'Demo', ALL_VIEWS),
  ];
  return people.map((person) => newUser(person, now));
}

/** The super admin that the environment names. */
export const firstSuperAdmin = (email: string, now: Date): NewUser =>
  newUser({ email, name: email, role: 'super_admin', view_access: ALL_VIEWS }, now);

const viewer = (email: string, name: string, access: string[]): AddedPerson => ({
  email,
  name,
  role: 'viewer',
  view_access: access,
});
