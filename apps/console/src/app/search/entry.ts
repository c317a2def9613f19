import type { CatalogueEntry, PersonRole } from '@app/contracts';

/** Where a search result leads. It is plain data: what was opened is kept to be offered again. */
export type Target =
  | { readonly to: 'person'; readonly view: string; readonly role: PersonRole; readonly name: string }
  /** A deal of `source`, opened in `view`. */
  | { readonly to: 'deal'; readonly view: string; readonly source: string; readonly id: string }
  /** A deal as a card of the board of a page. */
  | { readonly to: 'card'; readonly page: string; readonly card: string }
  | { readonly to: 'number'; readonly metric: CatalogueEntry['id'] }
  /** A number or word of the definitions. */
  | { readonly to: 'term'; readonly term: string }
  | { readonly to: 'page'; readonly path: string }
  | { readonly to: 'view'; readonly view: string }
  /** A saved page. */
  | { readonly to: 'saved'; readonly id: string }
  | { readonly to: 'action'; readonly action: string };

/** A search result. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly target: Target;
}
