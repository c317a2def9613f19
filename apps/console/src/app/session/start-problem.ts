import { Service, signal } from '@angular/core';
import type { NavigationError } from '@angular/router';
import { type ShownProblem, problemOf } from '../ui/base/problem';

/** A page that could not be opened, and why. */
export type Unopened = Pick<NavigationError, 'error' | 'url'>;

/** Why a page could not be opened at all, such as a server that does not respond. */
@Service()
export class StartProblem {
  private readonly reported = signal<ShownProblem | null>(null);
  readonly problem = this.reported.asReadonly();

  /** Who is told instead, while a page is shown that this one would have replaced; null for nobody. */
  instead: ((page: Unopened) => void) | null = null;

  report(page: Unopened): void {
    // Where the session ended on the way, the page of sign-in opens and says what there is to say.
    if (problemOf(page.error).status === 401) return;
    if (this.instead) this.instead(page);
    else this.reported.set(problemOf(page.error));
  }
}
