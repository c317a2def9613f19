import { IsEmail, Matches, MaxLength } from 'class-validator';
import type { CallerKind, Permission } from './access-rules.js';
import type { CalendarDate, Instant, Page } from './shared.js';
import { AreViewNames, IsPlainAddress, IsRole } from './user-fields.js';

/** `viewer`: the views of its access. `super_admin`: everything but writing the POV. */
export type Role = 'viewer' | 'super_admin';

/** Which sign-ins this installation offers. Sets the `XSRF-TOKEN` cookie. */
export interface AuthConfig {
  /** Whether people sign in with Google. */
  google: boolean;
  /** Whether the demo user is let in. */
  demo: boolean;
  /** People to sign in as on a local installation; empty where local sign-in is off. */
  local: LocalPerson[];
  /** Why the sign-in with Google that this browser has just tried was refused, and what to do; null without one. */
  refusal: string | null;
}

/** A person offered by local sign-in. */
export interface LocalPerson {
  /** Address to sign in with. */
  email: string;
  /** Name to show. */
  name: string;
  /** What the person may do. */
  role: Role;
}

/** Body of `POST /auth/local`. */
export class LocalSignIn {
  /**
   * Address of a user of the database.
   *
   * @format email
   */
  @Matches(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, { message: 'email has invisible or control characters.' })
  @IsEmail({}, { message: 'email must be the address of a user, such as admin@example.com.' })
  @MaxLength(254, { message: 'email must be the address of a user, such as admin@example.com.' })
  email!: string;
}

/** Body of `POST /auth/invitation`. */
export class InvitedSignIn {
  /** What stands behind `#invitation=` in the sign-in link. */
  @Matches(/^[\w-]{43}$/, { message: 'token must be what stands behind #invitation= in the link.' })
  token!: string;
}

/** Body of `POST /invitations`. */
export class NewInvitation {
  /**
   * Address of the person. Whoever is no user yet becomes one.
   *
   * @format email
   */
  @IsPlainAddress()
  email!: string;

  /** What somebody new may do; `viewer` when left out. Leave it out for somebody who is a user already. */
  @IsRole()
  role?: Role;

  /**
   * Names of the views that somebody new opens; none is the default view. Leave it out for somebody who is a user
   * already.
   */
  @AreViewNames()
  view_access?: string[];
}

/** A sign-in link for one person. */
export interface Invitation {
  /** Who signs in with it. */
  email: string;
  /** The link: whoever has it can sign in as this person, once. It is told here and nowhere again. */
  url: string;
  /** When it opens nothing any more. */
  expires_at: Instant;
  /** True when the person was added with it. */
  is_new: boolean;
}

/** Who is signed in. */
export interface Me {
  /** The person. */
  user: SignedInUser;
  /** What the person is: the console shows what these may do. */
  kinds: CallerKind[];
  /** What the person may do beyond reading the own views. */
  permissions: Permission[];
  /** What holds for everybody here. */
  installation: Installation;
  /** Send it back as `X-XSRF-TOKEN` with every write. */
  csrf?: string;
}

/** What the whole installation shares. */
export interface Installation {
  /**
   * Currency of every amount, ISO 4217.
   *
   * @example "USD"
   */
  currency: string;
  /**
   * Time zone whose calendar decides what today is.
   *
   * @example "Europe/Paris"
   */
  time_zone: string;
  /** The as-of date of an answer that names none. */
  today: CalendarDate;
}

/** The signed-in person. */
export interface SignedInUser {
  /** Id of the person. */
  id: string;
  /** Address of the person. */
  email: string;
  /** Name to show. */
  name: string;
  /** Address of a portrait. */
  picture: string | null;
  /** What the person may do. */
  role: Role;
  /** Names of the views the person can open; a super admin opens all. */
  view_access: string[];
}

/** One of the caller's sessions. */
export interface SessionInfo {
  /** Id of the session; not what signs in. */
  id: string;
  /**
   * Browser and system, as the browser names itself; null where it names neither.
   *
   * @example "Firefox on Windows"
   */
  device: string | null;
  /** When the person signed in. */
  created_at: Instant;
  /** When it was last used, to five minutes. */
  last_used_at: Instant;
  /**
   * Network address that it was last used from; null where it is not known.
   *
   * @example "203.0.113.7"
   */
  address: string | null;
  /** When it ends by itself. */
  expires_at: Instant;
  /** True for the session that asks. */
  current: boolean;
}

/** The caller's sessions, newest first. */
export type SessionInfoPage = Page<SessionInfo>;
