import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { visibleText } from '@app/domain';
import type { Instant, Page, Who } from './shared.js';

/** What a program with a token may do in the views of the token. Source: docs/domain.md, section 7. */
export const TOKEN_RIGHTS = ['read', 'upload'] as const;

/** `read`: everything that a view shows, but boards of people and the POV. `upload`: bring data in and follow it. */
export type TokenRight = (typeof TOKEN_RIGHTS)[number];

/** The longest that a token may be good for. */
export const MAX_TOKEN_DAYS = 365;

/** Characters of the name of a token. */
const LONGEST_NAME = 60;

const NAME =
  `name must be a name of 1 to ${LONGEST_NAME} visible characters, without @: ` +
  'what has one looks like the address of a person.';
const VIEWS = 'views must be ids of views, at least one.';
const RIGHTS = 'rights must be read, upload or both.';
const DAYS = `expires_in_days must be a whole number from 1 to ${MAX_TOKEN_DAYS}.`;

/** Body of `POST /tokens`. */
export class NewApiToken {
  /** What the token is for; no other token has it, and it has no @: it stands where people stand by their addresses. */
  // With what looks like the sign as well.
  @Matches(/^[^@\ufe6b\uff20]*$/u, { message: NAME })
  @Matches(visibleText(LONGEST_NAME), { message: NAME })
  @MaxLength(LONGEST_NAME, { message: NAME })
  @IsString({ message: NAME })
  name!: string;

  /** Ids of the views that it opens: no other view exists for it. */
  @ArrayUnique({ message: 'views must name each view once.' })
  @ArrayMinSize(1, { message: VIEWS })
  @ArrayMaxSize(200, { message: 'views must be ids of views, 200 at most.' })
  @IsString({ each: true, message: VIEWS })
  @IsArray({ message: VIEWS })
  views!: string[];

  /** What it may do there. */
  @ArrayUnique({ message: RIGHTS })
  @ArrayMinSize(1, { message: RIGHTS })
  @IsIn(TOKEN_RIGHTS, { each: true, message: RIGHTS })
  @IsArray({ message: RIGHTS })
  rights!: TokenRight[];

  /** Days until it opens nothing any more, a year at most. */
  @Max(MAX_TOKEN_DAYS, { message: DAYS })
  @Min(1, { message: DAYS })
  @IsInt({ message: DAYS })
  expires_in_days!: number;
}

/** A view that a token opens. */
export interface ApiTokenView {
  /** Id of the view. */
  id: string;
  /** Its name as it is now. */
  name: string;
}

/** A token as it is listed: without what opens. */
export interface ApiToken {
  /** Id of the token; not what opens. */
  id: string;
  /** What it is for. */
  name: string;
  /** The views that it opens; those that are gone are left out. */
  views: ApiTokenView[];
  /** What it may do there. */
  rights: TokenRight[];
  /** When it was made. */
  created_at: Instant;
  /** The super admin who made it. */
  created_by: Who;
  /** When it opens nothing any more. */
  expires_at: Instant;
  /** When it was last used, to five minutes; null for one that never was. */
  last_used_at: Instant | null;
  /**
   * Network address that it was last used from; null where it is not known.
   *
   * @example "203.0.113.7"
   */
  last_used_from: string | null;
}

/** All tokens that were not revoked, newest first. */
export type ApiTokenPage = Page<ApiToken>;

/** A token that was just made. */
export interface MadeApiToken {
  /** The token as it is listed. */
  token: ApiToken;
  /** What opens, as `Authorization: Bearer <secret>`. It is told here and nowhere again. */
  secret: string;
}
