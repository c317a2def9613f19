import { Service, type Signal, computed, signal } from '@angular/core';

/** Something that can be done from wherever one is, such as from the search. */
export interface Action {
  id: string;
  label: string;
  /** Other words that people look for it by. */
  alsoCalled: readonly string[];
  run: () => void;
}

/** What can be done now. The frame of the pages offers it: whoever lists it need not know how it is done. */
@Service()
export class Actions {
  private readonly offered = signal<Signal<readonly Action[]> | null>(null);

  readonly all = computed((): readonly Action[] => this.offered()?.() ?? []);

  offer(actions: Signal<readonly Action[]>): void {
    this.offered.set(actions);
  }
}
