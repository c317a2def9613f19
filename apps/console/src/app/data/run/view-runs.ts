import { httpResource } from '@angular/common/http';
import { Service, computed, inject, linkedSignal } from '@angular/core';
import type { IngestionRunPage } from '@app/contracts';
import { Address } from '../../session/address';
import { DataChanges } from '../../session/data-changes';
import { LiveEvents } from '../../session/live-events';
import { latestOf } from '../../ui/base/latest';
import { runsUrl } from './api';

const RUNS = 10;

/** The imports of the view, newest first. Those of other people enter as the server tells of them. */
@Service({ autoProvided: false })
export class ViewRuns {
  private readonly address = inject(Address);
  private readonly changes = inject(DataChanges);
  private readonly live = inject(LiveEvents);

  private readonly limit = linkedSignal({ source: this.address.viewId, computation: () => RUNS });
  /** Changes whenever a run of the view begins, ends, or is decided about. */
  private readonly told = computed(() => this.live.statesOf(this.address.viewId()));
  private readonly answer = httpResource<IngestionRunPage>(() => {
    this.changes.version(); // an import that ended belongs into the history
    this.told();
    const view = this.address.view();
    if (!view || view.is_master) return undefined;
    return { url: runsUrl(view.id), params: { limit: this.limit() } };
  });
  private readonly history = latestOf(this.answer, () => this.address.viewId());

  readonly problem = this.history.problem;
  readonly all = computed(() => this.history.data()?.items ?? []);
  readonly hasMore = computed(() => (this.history.data()?.next_cursor ?? null) !== null);

  more(): void {
    this.limit.update((limit) => limit + RUNS);
  }

  reload(): void {
    this.history.reload();
  }
}
