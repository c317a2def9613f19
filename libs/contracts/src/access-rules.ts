/**
 * Who may call: a person by role, the one demo user, the owner of the POV, or a program with a token. Somebody may be of
 * several kinds: the owner of the POV is a viewer or a super admin beside it, a token may be made for both.
 */
export const CALLER_KINDS = [
  'viewer',
  'super_admin',
  'demo',
  'pov_owner',
  'token_to_read',
  'token_to_upload',
] as const;

/** One of {@link CALLER_KINDS}. */
export type CallerKind = (typeof CALLER_KINDS)[number];

type Reach = 'every' | 'named' | 'named_or_default' | 'none';

/** Which views a kind of caller opens at all. Source: docs/domain.md, section 7. */
export const REACH = {
  viewer: 'named_or_default',
  super_admin: 'every',
  demo: 'named_or_default',
  // Opens nothing by itself: the owner reads what the own role opens.
  pov_owner: 'none',
  // Nothing that is not named: a token without views opens none.
  token_to_read: 'named',
  token_to_upload: 'named',
} as const satisfies Record<CallerKind, Reach>;

/** Who holds a right, and where. */
export interface AccessRule {
  /** `view`: in the views that the caller opens. `own_data`: in those of them that are no master. */
  readonly about: 'installation' | 'view' | 'own_data';
  /** Kinds of callers that hold it; nobody else does. */
  readonly heldBy: readonly CallerKind[];
  /** What everybody else is told. */
  readonly refusal: string;
}

const ONLY_ADMINS = {
  about: 'installation',
  heldBy: ['super_admin'],
  refusal: 'Only a super admin may do this.',
} as const satisfies AccessRule;

/** What somebody keeps by the own name. */
const ONLY_ONESELF = {
  heldBy: ['viewer', 'super_admin'],
  refusal: 'The demo user is shared by many, and a token is nobody: sign in as yourself.',
} as const satisfies Partial<AccessRule>;

/**
 * Every right and who holds it: the guard of the API and the console both read it here, so that the console offers
 * nothing that the API refuses. Source: docs/domain.md, section 7.
 */
export const ACCESS_RULES = {
  /** What is the same for everybody, and the list of the views that one opens. */
  look_up: {
    about: 'installation',
    heldBy: ['viewer', 'super_admin', 'demo', 'token_to_read', 'token_to_upload'],
    refusal: 'Sign in first.',
  },
  /** Looking for people and deals in all the views that one opens, at once. */
  search: {
    about: 'installation',
    heldBy: ['viewer', 'super_admin', 'demo', 'token_to_read'],
    refusal: 'This token is for uploads and reads nothing: use one that is made to read.',
  },
  /** Who one is, and signing out. */
  own_account: {
    about: 'installation',
    heldBy: ['viewer', 'super_admin', 'demo'],
    refusal: 'This is about somebody who signs in; a token is nobody.',
  },
  /** Where one is signed in. Many share the demo user: none of them sees or ends what the others have. */
  own_sessions: {
    about: 'installation',
    heldBy: ['viewer', 'super_admin'],
    refusal: 'The demo user is shared by many, and a token has no sessions: sign in as yourself.',
  },
  /** What one saved of pages, and what others share, in the views that one opens. */
  read_saved_pages: {
    about: 'installation',
    heldBy: ['viewer', 'super_admin', 'demo'],
    refusal: 'Saved pages belong to people; a token has none.',
  },
  /** Where one comes in. */
  keep_start_page: {
    about: 'installation',
    ...ONLY_ONESELF,
  },
  /** To be told in answers who did something; whoever does not hold it reads `somebody` in place of an address. */
  know_people: {
    about: 'installation',
    heldBy: ['viewer', 'super_admin'],
    refusal: 'The demo user and API tokens learn nothing of people: sign in as yourself.',
  },
  manage_users: ONLY_ADMINS,
  manage_views: ONLY_ADMINS,
  manage_targets: ONLY_ADMINS,
  manage_settings: ONLY_ADMINS,
  manage_tokens: ONLY_ADMINS,
  read_audit_log: ONLY_ADMINS,

  /** A view itself, how its sheets are read, the state of its data and of its imports: what an import is followed by. */
  follow_imports: {
    about: 'view',
    heldBy: ['viewer', 'super_admin', 'demo', 'token_to_read', 'token_to_upload'],
    refusal: 'This is not for you.',
  },
  /** Everything that a view shows. */
  read: {
    about: 'view',
    heldBy: ['viewer', 'super_admin', 'demo', 'token_to_read'],
    refusal: 'This token is for uploads and reads nothing: use one that is made to read.',
  },
  /** The point of view of its owner, a board of a person. */
  read_pov: {
    about: 'view',
    heldBy: ['viewer', 'super_admin', 'demo'],
    refusal: 'Boards belong to people; a token has none.',
  },
  /** One's own boards. */
  keep_board: {
    about: 'view',
    heldBy: ['viewer', 'super_admin', 'demo'],
    refusal: 'Boards belong to people; a token has none.',
  },
  /** Save pages under a name. Many share the demo user: none of them leaves texts to the others. */
  keep_saved_pages: {
    about: 'view',
    ...ONLY_ONESELF,
  },
  /** Import, publish, go back, refresh, and say how sheets are read. */
  upload: {
    about: 'own_data',
    heldBy: ['viewer', 'super_admin', 'token_to_upload'],
    refusal: 'The demo user and tokens made to read change no data: sign in to upload.',
  },
  /** Change the sheet and the rules of a view. */
  manage: { ...ONLY_ADMINS, about: 'view' },
  /** Super admins do everything but this. */
  write_pov: {
    about: 'view',
    heldBy: ['pov_owner'],
    refusal: 'Only its owner changes the point of view: save the board as your own.',
  },
} as const satisfies Record<string, AccessRule>;

/** One of {@link ACCESS_RULES}. */
export type Right = keyof typeof ACCESS_RULES;

const VIEW_RIGHTS = ['read', 'upload', 'manage', 'write_pov'] as const satisfies readonly Right[];
const PERMISSIONS = [
  'manage_users',
  'manage_views',
  'manage_targets',
  'manage_settings',
  'manage_tokens',
  'read_audit_log',
  'write_pov',
] as const satisfies readonly Right[];

/** What the caller may do in a view; `write_pov`: change the point of view. */
export type ViewRight = (typeof VIEW_RIGHTS)[number];

/** What a person may do across views. */
export type Permission = (typeof PERMISSIONS)[number];

/** Who asks, as far as rights depend on it. */
export interface Caller {
  /** All that the caller is. */
  readonly kinds: readonly CallerKind[];
  /** Names of the views that are named for the caller. */
  readonly viewAccess: readonly string[];
}

/** A view, as far as rights depend on it. */
export interface RuledView {
  /** Id of the view. */
  readonly id: string;
  /** What access lists call it. */
  readonly name: string;
  /** Whether it adds other views up. */
  readonly isMaster: boolean;
  /** What is opened without an access list. */
  readonly isDefault: boolean;
}

/**
 * What a person is. The demo user is nothing else, whatever role its document names and whoever owns the POV: it writes
 * nothing but its own boards.
 */
export function kindsOf(person: {
  role: 'viewer' | 'super_admin';
  isDemo: boolean;
  ownsPov: boolean;
}): CallerKind[] {
  if (person.isDemo) return ['demo'];
  return person.ownsPov ? [person.role, 'pov_owner'] : [person.role];
}

/** Whether somebody holds a right at all; one about a view is held in the views that they open. */
export const holds = ({ kinds }: Pick<Caller, 'kinds'>, right: Right): boolean =>
  (ACCESS_RULES[right] as AccessRule).heldBy.some((kind) => kinds.includes(kind));

/** Whether a right is about one view. */
export const isAboutView = (right: Right): boolean => ACCESS_RULES[right].about !== 'installation';

/**
 * Whether somebody finds a view. A master opens by its own name only; its views are then read through it and nowhere
 * else.
 *
 * @param all every view there is, oldest first
 */
export function opens({ kinds, viewAccess }: Caller, view: RuledView, all: readonly RuledView[]): boolean {
  const reaches = kinds.map((kind): Reach => REACH[kind]);
  if (reaches.includes('every')) return true;
  if (viewAccess.length > 0)
    return reaches.some((reach) => reach !== 'none') && viewAccess.includes(view.name);
  return reaches.includes('named_or_default') && view.id === defaultView(all)?.id;
}

/** What somebody may do in a view that they open. */
export const rightsIn = (
  caller: Pick<Caller, 'kinds'>,
  { isMaster }: Pick<RuledView, 'isMaster'>,
): ViewRight[] =>
  VIEW_RIGHTS.filter(
    (right) => holds(caller, right) && !(isMaster && ACCESS_RULES[right].about === 'own_data'),
  );

/** What somebody may do across views. */
export const permissionsOf = (caller: Pick<Caller, 'kinds'>): Permission[] =>
  PERMISSIONS.filter((right) => holds(caller, right));

/**
 * The view of a person without an access list: the flagged one, else Organic. Never a master: that one has to be named
 * in somebody's access list.
 */
export function defaultView<View extends RuledView>(all: readonly View[]): View | null {
  const plain = all.filter((view) => !view.isMaster);
  return plain.find((view) => view.isDefault) ?? plain.find((view) => view.name === 'Organic') ?? null;
}
