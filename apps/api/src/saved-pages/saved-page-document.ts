import { SAVED_PAGE_NAMES, type SavedPageName, type SavedParameters, readSavedParameters } from '@app/domain';
import { dateOf } from '../database/newest-document.js';

/** A saved page as it is stored. */
export interface SavedPageDocument {
  id: string;
  view_id: string;
  /** Who made it. */
  user_id: string;
  /** Address of that person. */
  made_by: string;
  name: string;
  /** What of the name no other one of the person has in the view; of one that is deleted its id. */
  name_key: string;
  page: string;
  parameters: Record<string, unknown>;
  is_shared: boolean;
  revision: number;
  created_at: Date;
  changed_at: Date;
  /** Address of who changed it last. */
  changed_by: string;
  /** null where it is there; else it can come back for a while. */
  deleted_at: Date | null;
}

/** What of a saved page somebody writes. */
export interface SavedPageContent {
  readonly name: string;
  readonly page: SavedPageName;
  readonly parameters: SavedParameters;
  readonly isShared: boolean;
}

/** A saved page, whoever may see it. */
export interface StoredSavedPage extends SavedPageContent {
  readonly id: string;
  readonly viewId: string;
  readonly userId: string;
  readonly madeBy: string;
  readonly revision: number;
  readonly changedAt: Date;
  readonly changedBy: string;
  readonly isDeleted: boolean;
}

/** null for a page that the product does not have any more. Parameters that no page knows any more mean nothing. */
export function toSavedPage(document: SavedPageDocument): StoredSavedPage | null {
  const page = SAVED_PAGE_NAMES.find((each) => each === document.page);
  if (page === undefined) return null;
  const { parameters } = readSavedParameters(page, document.parameters);
  return {
    id: document.id,
    viewId: document.view_id,
    userId: document.user_id,
    madeBy: document.made_by,
    name: document.name,
    page,
    parameters,
    isShared: document.is_shared,
    revision: document.revision,
    changedAt: dateOf(document.changed_at) ?? new Date(0),
    changedBy: document.changed_by,
    isDeleted: dateOf(document.deleted_at) !== null,
  };
}
