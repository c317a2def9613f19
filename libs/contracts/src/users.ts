import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { visibleTextOrNone, type WholeNumber } from '@app/domain';
import type { Role } from './auth.js';
import type { Instant, Page } from './shared.js';
import { AreViewNames, IsPlainAddress, IsRole } from './user-fields.js';

/** Characters of the name of a person. */
const LONGEST_NAME = 200;

/** Somebody who may sign in, as super admins see them. */
export interface User {
  /** Id of the person. */
  id: string;
  /** Address of the person, as it is stored; addresses are compared in lower case. */
  email: string;
  /** Name to show. */
  name: string;
  /** Address of a portrait. */
  picture: string | null;
  /** What the person may do. */
  role: Role;
  /** Names of views, as they are stored; empty is the default view. A super admin opens all. */
  view_access: string[];
  /** Those of them that no view has any more: they open nothing. */
  unknown_views: string[];
  /** When the person was added; null where it is not known. */
  created_at: Instant | null;
  /** When the person last signed in; null for never, or before it was noted. */
  last_login: Instant | null;
  /** In how many places the person is signed in. */
  sessions: WholeNumber;
  /** Until when a sign-in link waits to be used; null without one. */
  link_expires_at: Instant | null;
  /** True for the person who asks. */
  is_you: boolean;
  /** True for the one person that is left to manage users. */
  is_last_super_admin: boolean;
  /** True for the demo user, which many share. */
  is_demo: boolean;
  /** True for who writes the POV. */
  owns_pov: boolean;
}

/** Everybody, super admins first, then by name. */
export type UserPage = Page<User>;

/** Body of `POST /users`. */
export class AddUser {
  /**
   * Address that the person signs in with; kept in lower case.
   *
   * @format email
   */
  @IsPlainAddress()
  email!: string;

  /** Name to show; the address when left out. Google replaces it at each sign-in. */
  @IsOptional()
  @Matches(visibleTextOrNone(LONGEST_NAME), { message: 'name has invisible or control characters.' })
  @MaxLength(LONGEST_NAME, { message: `name is longer than ${LONGEST_NAME} characters.` })
  @IsString({ message: 'name must be a text.' })
  name?: string;

  /** What the person may do; `viewer` when left out. */
  @IsRole()
  role?: Role;

  /** Names of the views that the person opens; none is the default view. */
  @AreViewNames()
  view_access?: string[];
}

/** Body of `PATCH /users/{id}`: what is not named stays as it is. */
export class ChangeUser {
  /** What the person may do from the next request on. */
  @IsRole()
  role?: Role;

  /** Names of the views that the person opens from the next request on, all of them; none is the default view. */
  @AreViewNames()
  view_access?: string[];

  /**
   * What `view_access` was when the change was made up: where it is something else now, nothing is written. Without it
   * whatever is there is replaced.
   */
  @AreViewNames('view_access_before')
  view_access_before?: string[];
}
