import {
  ACCESS_RULES,
  CALLER_KINDS,
  type Caller,
  type CallerKind,
  defaultView,
  holds,
  kindsOf,
  opens,
  permissionsOf,
  type Right,
  rightsIn,
  type RuledView,
} from './access-rules.js';

const aView = (name: string, change: Partial<RuledView> = {}): RuledView => ({
  id: `view-${name}`,
  name,
  isMaster: false,
  isDefault: false,
  ...change,
});
const organic = aView('Organic', { isDefault: true });
const signal = aView('Signal');
const master = aView('Master', { isMaster: true });
const all = [organic, signal, master];

const caller = (kinds: CallerKind[], viewAccess: string[] = []): Caller => ({ kinds, viewAccess });
const opened = (who: Caller): string[] => all.filter((view) => opens(who, view, all)).map(({ name }) => name);

/** docs/domain.md, section 7, written once more: who holds what. x: holds it. */
const TABLE = `
                  viewer super_admin demo pov_owner token_to_read token_to_upload
  look_up         x      x           x    -         x             x
  search          x      x           x    -         x             -
  own_account     x      x           x    -         -             -
  own_sessions    x      x           -    -         -             -
  read_saved_pages x     x           x    -         -             -
  keep_start_page x      x           -    -         -             -
  know_people     x      x           -    -         -             -
  manage_users    -      x           -    -         -             -
  manage_views    -      x           -    -         -             -
  manage_targets  -      x           -    -         -             -
  manage_settings -      x           -    -         -             -
  manage_tokens   -      x           -    -         -             -
  read_audit_log  -      x           -    -         -             -
  follow_imports  x      x           x    -         x             x
  read            x      x           x    -         x             -
  read_pov        x      x           x    -         -             -
  keep_board      x      x           x    -         -             -
  keep_saved_pages x     x           -    -         -             -
  upload          x      x           -    -         -             x
  manage          -      x           -    -         -             -
  write_pov       -      -           -    x         -             -
`;

const [head = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

describe('the table of rights', () => {
  it('names every kind of caller and every right', () => {
    expect(head).toEqual([...CALLER_KINDS]);
    expect(rows.map(([right]) => right)).toEqual(Object.keys(ACCESS_RULES));
  });

  it.each(rows)('%s', (right, ...marks) => {
    const held = CALLER_KINDS.map((kind) => (holds(caller([kind]), right as Right) ? 'x' : '-'));
    expect(held).toEqual(marks);
  });

  it('adds up the kinds of one caller', () => {
    expect(holds(caller(['token_to_read', 'token_to_upload']), 'upload')).toBe(true);
    expect(holds(caller([]), 'look_up')).toBe(false);
  });
});

describe('kindsOf', () => {
  it.each([
    ['a viewer', { role: 'viewer', isDemo: false, ownsPov: false }, ['viewer']],
    ['the owner of the POV', { role: 'viewer', isDemo: false, ownsPov: true }, ['viewer', 'pov_owner']],
    [
      'a super admin who owns the POV',
      { role: 'super_admin', isDemo: false, ownsPov: true },
      ['super_admin', 'pov_owner'],
    ],
    ['the demo user, whatever else it says', { role: 'super_admin', isDemo: true, ownsPov: true }, ['demo']],
  ] as [string, Parameters<typeof kindsOf>[0], CallerKind[]][])('of %s', (_, person, kinds) => {
    expect(kindsOf(person)).toEqual(kinds);
  });
});

describe('opens', () => {
  it.each([
    ['a super admin everything', caller(['super_admin'], ['Signal']), ['Organic', 'Signal', 'Master']],
    ['a viewer the views of the access', caller(['viewer'], ['Signal']), ['Signal']],
    ['a viewer without any the default view', caller(['viewer']), ['Organic']],
    ['a viewer of views that are gone nothing', caller(['viewer'], ['Gone']), []],
    ['Master alone Master and none of its views', caller(['viewer'], ['Master']), ['Master']],
    [
      'the views that Master adds up not Master',
      caller(['viewer'], ['Organic', 'Signal']),
      ['Organic', 'Signal'],
    ],
    ['a name in another spelling nothing', caller(['viewer'], ['signal']), []],
    ['the demo user the views of its access', caller(['demo'], ['Signal']), ['Signal']],
    ['the owner of the POV what the role opens', caller(['viewer', 'pov_owner'], ['Signal']), ['Signal']],
    ['the owner of the POV alone nothing', caller(['pov_owner'], ['Signal']), []],
    ['a token its views', caller(['token_to_read'], ['Signal', 'Master']), ['Signal', 'Master']],
    ['a token without views nothing, not the default view', caller(['token_to_upload']), []],
    ['nobody nothing', caller([], ['Signal']), []],
  ])('%s', (_, who, names) => {
    expect(opened(who)).toEqual(names);
  });
});

describe('defaultView', () => {
  it('is never a master, whatever its flag says', () => {
    const flagged = aView('Master', { isMaster: true, isDefault: true });
    expect(defaultView([flagged, signal])).toBeNull();
    expect(defaultView([flagged, signal, aView('Organic')])?.name).toBe('Organic');
  });
});

describe('rightsIn', () => {
  it.each([
    ['a viewer in a view', ['viewer'], signal, ['read', 'upload']],
    ['nobody uploads to a master', ['viewer'], master, ['read']],
    ['a super admin manages', ['super_admin'], signal, ['read', 'upload', 'manage']],
    ['a super admin in a master', ['super_admin'], master, ['read', 'manage']],
    ['the owner of the POV', ['viewer', 'pov_owner'], master, ['read', 'write_pov']],
    ['the demo user reads', ['demo'], signal, ['read']],
    ['a token to upload', ['token_to_upload'], signal, ['upload']],
  ] as [string, CallerKind[], RuledView, string[]][])('%s', (_, kinds, view, rights) => {
    expect(rightsIn({ kinds }, view)).toEqual(rights);
  });
});

describe('permissionsOf', () => {
  it('gives the POV to its owner alone, and not to super admins', () => {
    expect(permissionsOf({ kinds: ['viewer', 'pov_owner'] })).toEqual(['write_pov']);
    expect(permissionsOf({ kinds: ['super_admin'] })).toEqual([
      'manage_users',
      'manage_views',
      'manage_targets',
      'manage_settings',
      'manage_tokens',
      'read_audit_log',
    ]);
  });
});
