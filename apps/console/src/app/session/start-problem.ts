import { Service, signal } from '@angular/core';
import { type ShownProblem, problemOf } from '../ui/base/problem';

/** Why a page could not be opened at all, such as a server that does not respond. */
@Service()
export class StartProblem {
  private readonly reported = signal<ShownProblem | null>(null);
  readonly problem = this.reported.asReadonly();

  report(error: unknown): void {
    this.reported.set(problemOf(error));
  }
}
