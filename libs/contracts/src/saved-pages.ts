import { IsBoolean, IsIn, IsObject, IsString, Matches } from 'class-validator';
import {
  SAVED_PAGE_NAMES,
  type SavedPageName,
  type SavedParameters,
  visibleText,
  type WholeNumber,
} from '@app/domain';
import type { Instant, Page, Who } from './shared.js';

/** Pages that one person may have saved in a view. */
export const MOST_SAVED_PAGES = 50;

/** Characters of the name of a saved page. */
export const LONGEST_SAVED_NAME = 80;

const NAME = `name must be a name of 1 to ${LONGEST_SAVED_NAME} visible characters.`;
const PAGE = `page must be one of ${SAVED_PAGE_NAMES.join(', ')}.`;
const PARAMETERS =
  'parameters must be an object, such as { "period": "this_month", "owner": ["Jane Smith"] }.';
const SHARED = 'is_shared must be true or false.';

/** What is written of a saved page: a page of a view with period, comparison and filters, under a name. */
export interface SavedPageFields {
  /** What it is called. */
  name: string;
  /** The page, by the last part of its address. */
  page: SavedPageName;
  /** Period, comparison and filters. */
  parameters: SavedParameters;
  /** Whether everybody who opens the view sees it. */
  is_shared: boolean;
}

/** Body of what makes a saved page, and of what changes one: all of it. */
export class SavePage implements SavedPageFields {
  /**
   * What it is called; no other of the same person in the view is, in any case of its letters. Spaces around it are left
   * out.
   *
   * @minLength 1
   */
  @Matches(visibleText(LONGEST_SAVED_NAME), { message: NAME })
  @IsString({ message: NAME })
  name!: string;

  /** The page, by the last part of its address. */
  @IsIn(SAVED_PAGE_NAMES, { message: PAGE })
  page!: SavedPageName;

  /** Period, comparison and filters. */
  @IsObject({ message: PARAMETERS })
  parameters!: SavedParameters;

  /** Whether everybody who opens the view sees it. */
  @IsBoolean({ message: SHARED })
  is_shared!: boolean;
}

/** A saved page. */
export interface SavedPage extends SavedPageFields {
  /** Id of the saved page. */
  id: string;
  /** Id of the view. */
  view_id: string;
  /** Whether the one who asks made it. */
  is_mine: boolean;
  /** Whether it is where the one who asks comes in. */
  is_start: boolean;
  /** Whether the one who asks may change and delete it. */
  can_change: boolean;
  /** Who made it. */
  made_by: Who;
  /** Who changed it last. */
  changed_by: Who;
  /** When that was. */
  changed_at: Instant;
  /** Grows with each change: `If-Match` of the next one names it. */
  revision: WholeNumber;
}

/** One's own and those that are shared, in all the views that one opens: always the whole list, by name. */
export type SavedPagePage = Page<SavedPage>;

/** Where somebody comes in. */
export interface StartPage {
  /** null: the page that was open last. */
  saved_page: SavedPage | null;
}

/** Body of `PUT /start-page`. */
export class ChooseStartPage {
  /** Id of a saved page that the one who asks sees. */
  @IsString({ message: 'saved_page_id must be the id of a saved page.' })
  saved_page_id!: string;
}
