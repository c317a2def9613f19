import type { Person } from './person';

/**
 * The pages that a name or a term leads to, in the view that is shown. The console provides them; where there are none,
 * names are plain text and terms have no sign.
 */
export abstract class NamedPages {
  /** The address of the page of a person. */
  abstract hrefOfPerson(person: Person): string;
  /** The address of the definition of a number. */
  abstract hrefOfTerm(term: string): string;
  /** Opens one of these addresses. */
  abstract open(href: string): void;
}
