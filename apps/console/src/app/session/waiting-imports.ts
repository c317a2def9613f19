import { Service, computed, inject } from '@angular/core';
import type { RunEvent, View } from '@app/contracts';
import { LiveEvents } from './live-events';
import { Views } from './views';

/** A held import, and the view that it is for. */
export interface HeldImport {
  run: RunEvent;
  view: View;
}

/** The imports that wait for a decision which the signed-in person may take, as the server tells of them. */
@Service()
export class WaitingImports {
  private readonly live = inject(LiveEvents);
  private readonly views = inject(Views);

  private readonly all = computed(() =>
    this.live.undecided().filter(({ view_id }) => this.views.byId(view_id)?.can.includes('upload')),
  );

  /** Those that nobody asked to see first: they keep newer data from everybody. */
  readonly held = computed<HeldImport[]>(() =>
    this.views.all().flatMap((view) =>
      this.all()
        .filter(({ status, view_id }) => status === 'held' && view_id === view.id)
        .map((run) => ({ run, view })),
    ),
  );

  /** How many wait in a view, or in those that a master adds up. */
  countOf({ id, is_master, aggregates_from }: View): number {
    const ids = is_master ? aggregates_from : [id];
    return this.all().filter(({ view_id }) => ids.includes(view_id)).length;
  }
}
