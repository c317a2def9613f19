import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { TargetChange, TargetChangePage } from '@app/contracts';
import type { RestoredKey } from '@app/domain/targets';
import { Address } from '../session/address';
import { authorOf } from '../ui/base/author';
import { Formats } from '../ui/base/formats';
import { latestOf } from '../ui/base/latest';
import { ProblemNotice } from '../ui/problem-notice';
import { ChangedTargets, type ChangedTarget } from './changed-targets';
import { fieldOfPath } from './fields';
import { keysToRestore } from './history';
import { fieldLabel, unitLabel, valueLabel } from './row-labels';
import { TargetsForm } from './targets-form';
import { TARGETS } from './texts';
import { historyUrl } from './api';
import { CardHead } from '../ui/card-head';

const PAGE = 5;
/** As many targets of a change are shown at once; more are folded. */
const MOST_LINES = 5;

/** Who changed what and when. Any revision can be restored after a preview of the changes. */
@Component({
  selector: 'app-history-card',
  imports: [CardHead, ChangedTargets, Icon, ProblemNotice],
  templateUrl: './history-card.html',
  styleUrl: './history-card.css',
})
export class HistoryCard {
  private readonly address = inject(Address);
  protected readonly form = inject(TargetsForm);
  protected readonly formats = inject(Formats);
  protected readonly texts = TARGETS.history;

  private readonly limit = linkedSignal({ source: this.address.viewId, computation: () => PAGE });
  private readonly revision = computed(() => this.form.targets()?.revision ?? null);
  private readonly answer = httpResource<TargetChangePage>(() => {
    const view = this.address.viewId();
    // A new revision adds a line to the history.
    if (view === null || this.revision() === null) return undefined;
    return { url: historyUrl(view), params: { limit: this.limit() } };
  });
  protected readonly history = latestOf(this.answer, () => this.address.viewId());
  protected readonly items = computed(() => this.history.data()?.items ?? []);
  protected readonly hasMore = computed(() => (this.history.data()?.next_cursor ?? null) !== null);

  /** Revision whose restoration is previewed. */
  protected readonly chosen = linkedSignal<number | null, number | null>({
    source: this.revision,
    computation: () => null,
  });
  protected readonly way = computed(() => {
    const chosen = this.chosen();
    const stored = this.form.state().stored;
    return chosen === null
      ? []
      : keysToRestore(stored, this.items(), chosen).map((change) => this.lineOf(change));
  });
  protected readonly isRestoring = signal(false);

  /** Ids of the large changes whose targets are shown. */
  protected readonly opened = signal<ReadonlySet<string>>(new Set());

  protected toggle(id: string): void {
    this.opened.update((ids) => new Set(ids.has(id) ? [...ids].filter((each) => each !== id) : [...ids, id]));
  }

  protected linesOf({ keys }: TargetChange): ChangedTarget[] {
    return keys.map((change) => this.lineOf(change));
  }

  protected isNow({ revision }: TargetChange): boolean {
    return revision === this.revision();
  }

  /** Who changed targets, and going back to what; empty where the product did, which the targets say. */
  protected wordsOf({ by, restored_revision }: TargetChange): string {
    const restored = restored_revision === null ? null : TARGETS.history.restored(String(restored_revision));
    return [authorOf(by), restored].filter((words) => words !== null).join(' ');
  }

  /** What a change of many targets, or of the sample's, is in a few words; null where its targets say it. */
  protected foldedAs({ kind, keys }: TargetChange): string | null {
    const count = this.formats.count(keys.length);
    if (kind === 'sample_removed') return TARGETS.history.sampleRemoved(count, keys.length === 1);
    if (kind === 'sample_restored') return TARGETS.history.sampleRestored(count, keys.length === 1);
    return keys.length > MOST_LINES ? TARGETS.history.changed(count) : null;
  }

  protected more(): void {
    this.limit.update((limit) => limit + PAGE);
  }

  protected reload(): void {
    this.history.reload();
  }

  protected async restore(revision: number): Promise<void> {
    this.isRestoring.set(true);
    await this.form.restore(revision);
    this.isRestoring.set(false);
  }

  private lineOf({ key, before, after, is_sample }: RestoredKey): ChangedTarget {
    return {
      key,
      name: fieldLabel(this.formats, fieldOfPath(key)?.id ?? key),
      unit: unitLabel(key),
      before: valueLabel(this.formats, key, before),
      after: valueLabel(this.formats, key, after),
      isSample: is_sample === true,
    };
  }
}
