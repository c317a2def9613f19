import type { Person } from './person';

/**
 * The pages that a name or a term leads to, in the view that is shown; on a page of no view, in the last one. The console
 * provides them; where there are none, names are plain text and terms have no sign.
 */
export abstract class NamedPages {
  /** The address of the page of a person. @param viewId of another view than the one that is shown */
  abstract hrefOfPerson(person: Person, viewId?: string | null): string;
  /** The address of the definition of a number or a word. */
  abstract hrefOfTerm(term: string): string;
  /** Opens one of these addresses. */
  abstract open(href: string): void;
}
