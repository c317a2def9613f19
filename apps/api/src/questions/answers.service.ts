import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { AnswerFrame } from '@app/contracts';
import {
  type Question,
  type Day,
  isoDay,
  monthsInPeriod,
  type RecordSet,
  type SettingValues,
  type TargetSet,
  today,
} from '@app/domain';
import { Config } from '../config/config.js';
import { type Dataset, lastUpdateOf, revisionOf } from '../datasets/dataset.js';
import { RecordSetsService } from '../datasets/record-sets.service.js';
import { BUILD_ID } from '../http/build-id.js';
import { AnswerBody, answerKey, KeyedAnswer } from '../http/keyed-answer.js';
import { SettingsService } from '../settings/settings.service.js';
import { TargetsService } from '../targets/targets.service.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import type { QuestionDefaults } from './question-parameters.js';

/** Everything numbers are computed from, at one moment. */
export interface Snapshot {
  readonly view: StoredView;
  readonly datasets: readonly Dataset[];
  readonly sets: readonly RecordSet[];
  readonly targets: TargetSet;
}

const MAX_BYTES = 64 * 1024 * 1024;
const MINUTE_MS = 60_000;

/** Answers that depend on data, targets and the question alone: computed once, recognised by their key. */
@Injectable()
export class AnswersService {
  private readonly kept = new LRUCache<string, AnswerBody>({
    maxSize: MAX_BYTES,
    // Its compressed forms come on top: about as much again.
    sizeCalculation: ({ size }) => size * 2,
  });
  private readonly underWay = new Map<string, Promise<AnswerBody>>();
  private readonly snapshots = new Map<string, KnownSnapshot>();
  private readonly keys = new WeakMap<Snapshot, string>();
  private readonly answered = new WeakMap<Snapshot, WeakMap<object, Map<string, KeyedAnswer<unknown>>>>();
  private date: { readonly minute: number; readonly today: Day } | null = null;

  constructor(
    private readonly config: Config,
    private readonly views: ViewsService,
    private readonly records: RecordSetsService,
    private readonly targets: TargetsService,
    private readonly settings: SettingsService,
  ) {}

  /** The calendar date that counts as today when a question names none. */
  today(): Day {
    const minute = Math.floor(Date.now() / MINUTE_MS);
    // Asking for the date of a time zone costs as much as the rest of a cached answer; it changes on a full minute.
    if (minute !== this.date?.minute) {
      this.date = { minute, today: today(minute * MINUTE_MS, this.config.timeZone) };
    }
    return this.date.today;
  }

  /** What a question is about where it does not say. */
  async defaults(): Promise<QuestionDefaults> {
    return this.defaultsUnder(await this.settings.current());
  }

  /** The same under settings that the caller has read. */
  defaultsUnder({ weights, revenue_span: revenueSpan }: SettingValues): QuestionDefaults {
    return { today: this.today(), weights, revenueSpan };
  }

  /** What a view shows now; the same object as long as neither data nor views changed. */
  async snapshotOf(view: StoredView): Promise<Snapshot> {
    const views = await this.views.all();
    const known = this.snapshots.get(view.id);
    const { version } = this.records;
    if (known?.views === views && known.version === version) return known.snapshot;
    const datasets = await this.records.behind(view);
    // The view of the request was read before the views: somebody may have changed its targets since.
    const snapshot = await this.snapshotOn(views.find(({ id }) => id === view.id) ?? view, datasets);
    this.snapshots.set(view.id, { views, version, snapshot });
    return snapshot;
  }

  /** What a view shows on datasets that the caller names. */
  async snapshotOn(view: StoredView, datasets: readonly Dataset[]): Promise<Snapshot> {
    return { view, datasets, sets: datasets.map(({ set }) => set), targets: await this.targets.setOf(view) };
  }

  /** An answer by all it depends on; `compute`, which may take its time, runs unless the same was asked before. */
  keyed<Answer>(
    snapshot: Snapshot,
    question: readonly unknown[],
    compute: () => Answer | Promise<Answer>,
  ): KeyedAnswer<Answer> {
    const key = answerKey(this.snapshotKey(snapshot), ...question);
    return new KeyedAnswer(
      () => key,
      () => this.bodyOf(key, compute),
    );
  }

  /**
   * The answer to a question of a kind, made once while snapshot and question are the same objects: a key is the digest
   * of all that an answer depends on, and costs as much as sending it.
   */
  once<Answer>(
    snapshot: Snapshot,
    question: object,
    kind: string,
    make: () => KeyedAnswer<Answer>,
  ): KeyedAnswer<Answer> {
    const kept = this.answered.get(snapshot)?.get(question)?.get(kind);
    if (kept) return kept as KeyedAnswer<Answer>;
    const ofSnapshot =
      this.answered.get(snapshot) ?? new WeakMap<object, Map<string, KeyedAnswer<unknown>>>();
    const ofQuestion = ofSnapshot.get(question) ?? new Map<string, KeyedAnswer<unknown>>();
    const answer = make();
    this.answered.set(snapshot, ofSnapshot.set(question, ofQuestion.set(kind, answer)));
    return answer;
  }

  /** Names the data of a view at a moment, whoever wrote it. */
  dataKey({ view, datasets }: Snapshot): string {
    const sources = datasets.map(({ state, view: source }) => [source.name, state.fingerprint]);
    return answerKey(view.id, view.name, sources);
  }

  /** Targets as stored count too: an answer may say which of them do not add up. */
  private snapshotKey(snapshot: Snapshot): string {
    const known = this.keys.get(snapshot);
    if (known !== undefined) return known;
    const stored = [snapshot.view, ...snapshot.datasets.map(({ view }) => view)].map(
      ({ targets }) => targets,
    );
    const key = answerKey(BUILD_ID, this.dataKey(snapshot), snapshot.targets, stored);
    this.keys.set(snapshot, key);
    return key;
  }

  /** Many may ask for the same at once, such as after a publish: one of them computes it. */
  private async bodyOf(key: string, compute: () => unknown): Promise<AnswerBody> {
    const kept = this.kept.get(key);
    if (kept) return kept;
    const underWay = this.underWay.get(key) ?? this.computed(key, compute);
    this.underWay.set(key, underWay);
    return underWay;
  }

  private async computed(key: string, compute: () => unknown): Promise<AnswerBody> {
    const started = performance.now();
    try {
      const body = new AnswerBody(await compute(), performance.now() - started);
      this.kept.set(key, body);
      return body;
    } finally {
      this.underWay.delete(key);
    }
  }
}

interface KnownSnapshot {
  readonly views: readonly StoredView[];
  readonly version: number;
  readonly snapshot: Snapshot;
}

/** What identifies the numbers of an answer. */
export function frameOf({ view, datasets }: Snapshot, { period, asOf }: Question): AnswerFrame {
  const { from, to } = period;
  return {
    view_id: view.id,
    period: { from: isoDay(from), to: isoDay(to), months: monthsInPeriod(period) },
    as_of: isoDay(asOf),
    revision: revisionOf(view, datasets),
  };
}

/** When the data of an answer was last read. */
export const lastUpdateOfSnapshot = ({ datasets }: Snapshot): string | null => lastUpdateOf(datasets);
