import type { StoredView } from './stored-view.js';
import { aView } from '../testing/views.js';
import type { Asker } from '../users/asker.js';
import { canOpen, defaultView, permissionsOf, rightsIn } from './permissions.js';

const organic = aView({ name: 'Organic', isDefault: true });
const signal = aView({ name: 'Signal' });
const master = aView({ name: 'Master', isMaster: true });
const all: StoredView[] = [organic, signal, master];

const asker = (given: Partial<Asker>): Asker => ({
  id: 'user-1',
  email: 'somebody@example.com',
  name: 'Somebody',
  picture: null,
  role: 'viewer',
  viewAccess: [],
  isDemo: false,
  ...given,
});

const opened = (person: Asker): string[] =>
  all.filter((view) => canOpen(person, view, all)).map(({ name }) => name);

describe('canOpen', () => {
  it.each([
    [
      'a super admin opens everything',
      { role: 'super_admin', viewAccess: ['Signal'] },
      ['Organic', 'Signal', 'Master'],
    ],
    ['a viewer opens the views of the access', { viewAccess: ['Signal'] }, ['Signal']],
    ['without any, the default view', {}, ['Organic']],
    ['Master alone opens Master and none of its views', { viewAccess: ['Master'] }, ['Master']],
    ['a name in another spelling opens nothing', { viewAccess: ['signal'] }, []],
    [
      'a demo user that calls itself super admin',
      { role: 'super_admin', isDemo: true, viewAccess: ['Signal'] },
      ['Signal'],
    ],
  ] as [string, Partial<Asker>, string[]][])('%s', (_, given, names) => {
    expect(opened(asker(given))).toEqual(names);
  });
});

describe('defaultView', () => {
  it('is never a master, whatever its flag says', () => {
    const flagged = aView({ name: 'Master', isMaster: true, isDefault: true });
    expect(defaultView([flagged, signal])).toBeNull();
    expect(defaultView([flagged, signal, aView({ name: 'Organic' })])?.name).toBe('Organic');
  });
});

describe('rightsIn', () => {
  it.each([
    ['a viewer in a view', {}, signal, ['read', 'upload']],
    ['nobody uploads to a master', {}, master, ['read']],
    ['a super admin manages', { role: 'super_admin' }, signal, ['read', 'upload', 'manage']],
    ['the owner of the point of view', { email: 'Asher@Example.com' }, master, ['read', 'write_pov']],
    ['the demo user reads', { isDemo: true, role: 'super_admin' }, signal, ['read']],
  ] as [string, Partial<Asker>, StoredView, string[]][])('%s', (_, given, view, rights) => {
    expect(rightsIn(asker(given), view, 'asher@example.com')).toEqual(rights);
  });
});

describe('permissionsOf', () => {
  it('gives the POV to its owner alone, in any case, and not to super admins', () => {
    const owner = 'asher@example.com';
    expect(permissionsOf(asker({ email: 'Asher@Example.com' }), owner)).toEqual(['write_pov']);
    expect(permissionsOf(asker({ role: 'super_admin' }), owner)).not.toContain('write_pov');
  });
});
