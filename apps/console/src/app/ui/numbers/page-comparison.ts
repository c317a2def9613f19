import type { Comparison } from '@app/contracts';
import { Service, signal } from '@angular/core';

/**
 * What the numbers of the open page are compared with: the drawer of a number, which stands outside of the page, says the
 * amounts of its change.
 */
@Service()
export class PageComparison {
  private readonly ofPage = signal<Comparison | null>(null);
  readonly now = this.ofPage.asReadonly();

  show(comparison: Comparison | null): void {
    this.ofPage.set(comparison);
  }
}
