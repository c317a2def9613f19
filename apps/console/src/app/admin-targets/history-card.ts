import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { LucideArrowRight } from '@lucide/angular';
import type { TargetChange, TargetChangePage } from '@app/contracts';
import type { RestoredKey } from '@app/domain/targets';
import { Address } from '../session/address';
import { Formats } from '../ui/base/formats';
import { latestOf } from '../ui/base/latest';
import { ProblemNotice } from '../ui/problem-notice';
import { fieldOfPath } from './fields';
import { keysToRestore } from './history';
import { fieldLabel, valueLabel } from './row-labels';
import { TargetsForm } from './targets-form';
import { TARGETS } from './texts';
import { historyUrl } from './api';
import { CardHead } from '../ui/card-head';

const PAGE = 5;

/** Who changed what and when. Any revision can be restored after a preview of the changes. */
@Component({
  selector: 'app-history-card',
  imports: [CardHead, LucideArrowRight, ProblemNotice],
  templateUrl: './history-card.html',
  styleUrl: './history-card.css',
})
export class HistoryCard {
  private readonly address = inject(Address);
  protected readonly form = inject(TargetsForm);
  protected readonly formats = inject(Formats);
  protected readonly texts = TARGETS.history;
  protected readonly sample = TARGETS.sample;

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

  protected linesOf({ keys }: TargetChange) {
    return keys.map((change) => this.lineOf(change));
  }

  protected isNow({ revision }: TargetChange): boolean {
    return revision === this.revision();
  }

  /** What happened to targets that nobody had set; null for somebody's change. */
  protected sampleWords({ kind }: TargetChange): string | null {
    if (kind === 'sample_removed') return TARGETS.history.sampleRemoved;
    return kind === 'sample_restored' ? TARGETS.history.sampleRestored : null;
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

  private lineOf({ key, before, after, is_sample }: RestoredKey) {
    return {
      key,
      name: fieldLabel(this.formats, fieldOfPath(key)?.id ?? key),
      before: valueLabel(this.formats, key, before),
      after: valueLabel(this.formats, key, after),
      isSample: is_sample === true,
    };
  }
}
