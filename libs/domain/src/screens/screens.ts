import { DASHBOARD } from './entries/dashboard.js';
import { DEALS_PIPELINE } from './entries/deals-pipeline.js';
import { MEETINGS_ATTENDED } from './entries/meetings-attended.js';
import { MEETINGS_GENERATION } from './entries/meetings-generation.js';
import { PERSON } from './entries/person.js';
import { PROJECTIONS } from './entries/projections.js';
import { UPSELL_RENEW } from './entries/upsell-renew.js';
import type { OwnTargets } from '../metrics/values/own-targets.js';
import type { ScreenEntry } from './entries/screen-entry.js';
import type { ScreenName } from './tabs.js';

/**
 * What each screen shows: adding a screen is adding an entry. Its answer, files, page and documentation follow from it.
 */
export const SCREENS = [
  DASHBOARD,
  MEETINGS_GENERATION,
  MEETINGS_ATTENDED,
  UPSELL_RENEW,
  DEALS_PIPELINE,
  PROJECTIONS,
  PERSON,
] as const satisfies readonly (ScreenEntry & { readonly name: ScreenName })[];

/** The entry of a screen. */
export type EntryOf<Name extends ScreenName> = Extract<(typeof SCREENS)[number], { readonly name: Name }>;

/** Names of the tables that a screen has beside `months`. */
export type TableNameOf<Name extends ScreenName> = keyof EntryOf<Name>['tables'] & string;

/** Names of the boards that a screen has. */
export type BoardNameOf<Name extends ScreenName> = keyof EntryOf<Name>['boards'] & string;

/** The entry of a screen. */
export function screenNamed<Name extends ScreenName>(name: Name): EntryOf<Name> {
  return SCREENS.find((each) => each.name === name) as EntryOf<Name>;
}

/** Targets that the numbers of a screen are compared with instead of the catalogue's; none of no screen. */
export function ownTargetsOf(name: ScreenName | null): OwnTargets {
  const entry: ScreenEntry | undefined = SCREENS.find((each) => each.name === name);
  return entry?.targets ?? {};
}

/** Name of the schema of a screen's answer in the OpenAPI document, such as `MeetingsAttendedScreen`. */
export const screenSchemaName = (name: string): string =>
  `${name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}Screen`;
