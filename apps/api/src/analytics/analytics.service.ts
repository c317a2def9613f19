import { Injectable } from '@nestjs/common';
import type { Analytics, Breakdown, Explanation, FilterChoices, MetricsCatalogue } from '@app/contracts';
import {
  type Question,
  breakdown,
  explain,
  filterValues,
  ownTargetsOf,
  isoDay,
  metricDefinitions,
  type MetricExplanation,
  metricValues,
} from '@app/domain';
import { revisionOf } from '../datasets/dataset.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { TargetSettersService } from '../targets/target-setters.service.js';
import type { StoredView } from '../views/stored-view.js';
import {
  AnswersService,
  frameOf,
  type Snapshot,
  lastUpdateOfSnapshot,
} from '../questions/answers.service.js';
import { type QuestionArguments, questionOf } from '../questions/question-parameters.js';
import type { BreakdownArguments, ExplainArguments } from './analytics-parameters.js';
import { refusingMetric } from './refused-metric.js';

/** A question about numbers, read and checked. */
export interface NumbersQuestion<Answer> {
  readonly snapshot: Snapshot;
  /** What tells it apart from other questions on the same snapshot. */
  readonly question: readonly unknown[];
  readonly compute: () => Answer;
}

/** Numbers and what stands behind them: reads the question, asks the domain, frames the answer. */
@Injectable()
export class AnalyticsService {
  constructor(
    private readonly answers: AnswersService,
    private readonly setters: TargetSettersService,
  ) {}

  catalogue(): MetricsCatalogue {
    return { metrics: metricDefinitions().map((definition) => ({ ...definition })) };
  }

  async values(view: StoredView, query: QuestionArguments): Promise<KeyedAnswer<Analytics>> {
    const { snapshot, question } = await this.ask(view, query);
    return this.on(snapshot, question);
  }

  /** Every number of the catalogue on data that the caller names. */
  on(snapshot: Snapshot, question: Question): KeyedAnswer<Analytics> {
    return this.answers.keyed(snapshot, ['analytics', question], (): Analytics => {
      return {
        ...frameOf(snapshot, question),
        metrics: metricValues(snapshot.sets, question, snapshot.targets),
      };
    });
  }

  /** What the deals of a view can be filtered by. */
  async filters(view: StoredView): Promise<KeyedAnswer<FilterChoices>> {
    const snapshot = await this.answers.snapshotOf(view);
    const { sets, datasets } = snapshot;
    return this.answers.keyed(snapshot, ['filters'], (): FilterChoices => {
      return {
        view_id: snapshot.view.id,
        revision: revisionOf(snapshot.view, datasets),
        values: filterValues(sets),
      };
    });
  }

  async breakdown(view: StoredView, query: BreakdownArguments): Promise<KeyedAnswer<Breakdown>> {
    const { snapshot, question, compute } = await this.breakdownQuestion(view, query);
    return this.answers.keyed(snapshot, question, compute);
  }

  /** The question of a breakdown and how it is computed, such as for an export. */
  async breakdownQuestion(view: StoredView, query: BreakdownArguments): Promise<NumbersQuestion<Breakdown>> {
    const { metric, by } = query;
    const { snapshot, question } = await this.ask(view, query);
    const compute = (): Breakdown => {
      const { rows, total } = refusingMetric(() => breakdown(snapshot.sets, metric, by, question));
      return { ...frameOf(snapshot, question), metric, by, rows, total };
    };
    return { snapshot, question: ['breakdown', metric, by, question], compute };
  }

  async explain(view: StoredView, query: ExplainArguments): Promise<KeyedAnswer<Explanation>> {
    const { metric, screen } = query;
    const { snapshot, question } = await this.ask(view, query);
    const setterOf = await this.setters.of(snapshot.view);
    return this.answers.keyed(
      snapshot,
      ['explain', metric, screen, question, snapshot.view.targetsRevision],
      (): Explanation => {
        const explanation = explain(snapshot.sets, metric, question, snapshot.targets, ownTargetsOf(screen));
        const { target_origin: origin } = explanation;
        return {
          ...frameOf(snapshot, question),
          last_update: lastUpdateOfSnapshot(snapshot),
          ...explanation,
          dates: mapDates(explanation.dates),
          target_origin: origin && { ...origin, ...setterOf(origin.origin) },
        };
      },
    );
  }

  private async ask(
    view: StoredView,
    query: QuestionArguments,
  ): Promise<{ snapshot: Snapshot; question: Question }> {
    const question = questionOf(query, await this.answers.defaults());
    return { snapshot: await this.answers.snapshotOf(view), question };
  }
}

const mapDates = ({ from, to }: MetricExplanation['dates']) => ({
  from: from === null ? null : isoDay(from),
  to: to === null ? null : isoDay(to),
});
