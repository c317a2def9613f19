import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { halfOf, SCREEN_TABS } from '@app/domain';
import { AnalyticsService } from '../analytics/analytics.service.js';
import { questionOf } from '../questions/question-parameters.js';
import { AnswersService, type Snapshot } from '../questions/answers.service.js';
import type { Dataset } from '../datasets/dataset.js';
import { RecordSetsService } from '../datasets/record-sets.service.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { ScreensService } from './screens.service.js';

/**
 * What people open first is computed and compressed before they get new data: every screen and the catalogue over the
 * current half-year, of the view and of every master that adds it up.
 */
@Injectable()
export class WarmUp implements OnModuleInit {
  private readonly log = new Logger('WarmUp');

  constructor(
    private readonly sets: RecordSetsService,
    private readonly views: ViewsService,
    private readonly answers: AnswersService,
    private readonly analytics: AnalyticsService,
    private readonly screens: ScreensService,
  ) {}

  onModuleInit(): void {
    this.sets.beforeReaders((dataset) => this.prepare(dataset));
  }

  private async prepare(dataset: Dataset): Promise<void> {
    const started = performance.now();
    let count = 0;
    for (const snapshot of await this.snapshotsWith(dataset)) {
      for (const answer of await this.first(snapshot)) {
        await make(answer);
        count += 1;
      }
    }
    const took = Math.round(performance.now() - started);
    this.log.debug(`${dataset.view.name}: ${count} answers in ${took} ms`);
  }

  /** The view and the masters that show the data; a master is left to the last of its views to be read. */
  private async snapshotsWith(dataset: Dataset): Promise<Snapshot[]> {
    const snapshots: Snapshot[] = [];
    for (const view of await this.views.all()) {
      const sources = await this.views.sourcesOf(view);
      if (!sources.some(({ id }) => id === dataset.view.id)) continue;
      const datasets = sources
        .map((source) => this.dataOf(source, dataset))
        .filter((found) => found !== null);
      if (datasets.length === sources.length) snapshots.push(await this.answers.snapshotOn(view, datasets));
    }
    return snapshots;
  }

  private dataOf(view: StoredView, fresh: Dataset): Dataset | null {
    const found = view.id === fresh.view.id ? fresh : this.sets.peek(view.id);
    return found && { ...found, view };
  }

  private async first(snapshot: Snapshot): Promise<KeyedAnswer<unknown>[]> {
    const defaults = await this.answers.defaults();
    const query = { period: halfOf(defaults.today), asOf: null, filters: {} };
    const question = await this.screens.questionOf({ ...query, against: null });
    const catalogue = questionOf(query, defaults);
    return [
      this.analytics.on(snapshot, catalogue),
      ...SCREEN_TABS.map(({ name }) => this.screens.on(snapshot, name, question)),
    ];
  }
}

/** In every encoding that browsers ask for; other requests are answered in between. */
async function make(answer: KeyedAnswer<unknown>): Promise<void> {
  const body = await answer.body();
  body.takeCost();
  await Promise.all([body.in('br'), body.in('gzip')]);
  await yieldToEventLoop();
}
