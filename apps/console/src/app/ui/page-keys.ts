import { Service, signal } from '@angular/core';

/** Keys that a part of a page answers, as the help lists them. */
export interface KeyGroup {
  readonly heading: string;
  readonly keys: readonly { readonly keys: readonly string[]; readonly what: string }[];
}

/** Keys of what is on the page now, beside those that work everywhere. */
@Service()
export class PageKeys {
  private readonly shown = signal<readonly KeyGroup[]>([]);
  readonly groups = this.shown.asReadonly();

  /** Lists keys until the returned function is called; a group of the same heading is listed once. */
  list(group: KeyGroup): () => void {
    const own = { ...group };
    this.shown.update((groups) => [...groups, own]);
    return () => this.shown.update((groups) => groups.filter((each) => each !== own));
  }
}
