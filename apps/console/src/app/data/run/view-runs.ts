import { httpResource } from '@angular/common/http';
import { Service, computed, inject, linkedSignal } from '@angular/core';
import type { IngestionRunPage } from '@app/contracts';
import { Address } from '../../session/address';
import { DataChanges } from '../../session/data-changes';
import { LiveEvents } from '../../session/live-events';
import { latestOf } from '../../ui/base/latest';
import { runsUrl } from './api';
import { COUNTED, LAST, WAITING } from './runs';

const RUNS = 10;
/** The longest page that the server gives: three previews and three held imports of each person wait at most. */
const MOST_WAITING = 100;

/** The imports of the view, newest first. Those of other people enter as the server tells of them. */
@Service({ autoProvided: false })
export class ViewRuns {
  private readonly address = inject(Address);
  private readonly changes = inject(DataChanges);
  private readonly live = inject(LiveEvents);

  private readonly limit = linkedSignal({ source: this.address.viewId, computation: () => RUNS });
  /** Changes whenever a run of the view begins, ends, or is decided about. */
  private readonly told = computed(() => this.live.statesOf(this.address.viewId()));
  /** The view whose imports are shown; null where it has none. */
  private readonly view = computed(() => {
    const view = this.address.view();
    return view?.is_master ? null : view;
  });
  private readonly answer = httpResource<IngestionRunPage>(() => {
    const [view, limit] = [this.view(), this.limit()];
    this.follow();
    return view ? { url: runsUrl(view.id), params: { limit } } : undefined;
  });
  private readonly undecidedAnswer = httpResource<IngestionRunPage>(() => {
    const view = this.view();
    this.follow();
    if (!view?.can.includes('upload')) return undefined;
    return { url: runsUrl(view.id), params: { status: WAITING, limit: MOST_WAITING } };
  });
  private readonly endedAnswer = httpResource<IngestionRunPage>(() => {
    const view = this.view();
    this.follow();
    return view ? { url: runsUrl(view.id), params: { status: COUNTED, limit: LAST } } : undefined;
  });
  private readonly history = latestOf(this.answer, this.address.viewId);
  private readonly outcomes = latestOf(this.endedAnswer, this.address.viewId);
  private readonly undecided = latestOf(this.undecidedAnswer, this.address.viewId);

  readonly problem = computed(
    () => this.history.problem() ?? this.undecided.problem() ?? this.outcomes.problem(),
  );
  readonly all = computed(() => this.history.data()?.items ?? []);
  /** Those that wait for a decision of the reader, however old; known with the history, which may open the newest. */
  readonly waiting = computed(() => (this.history.data() && this.undecided.data()?.items) ?? []);
  /** The last that say how the view's sheets go through: previews that come to nothing push none out. */
  readonly ended = computed(() => this.outcomes.data()?.items ?? []);
  readonly hasMore = computed(() => (this.history.data()?.next_cursor ?? null) !== null);

  more(): void {
    this.limit.update((limit) => limit + RUNS);
  }

  reload(): void {
    this.history.reload();
    this.undecided.reload();
    this.outcomes.reload();
  }

  /** An import that ended belongs into the lists, and one that was decided about out of them. */
  private follow(): void {
    this.changes.version();
    this.told();
  }
}
