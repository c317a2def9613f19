import { Injectable } from '@nestjs/common';
import type { Analytics, Breakdown, Explanation, MetricsCatalogue } from '@app/contracts';
import {
  type Question,
  breakdown,
  DIMENSIONS,
  explain,
  ownTargetsOf,
  isoDay,
  metricDefinitions,
  type MetricExplanation,
  metricValues,
  SCREEN_NAMES,
} from '@app/domain';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { badField } from '../http/problem.js';
import { type Query, QueryReader } from '../http/query-reader.js';
import { TargetSettersService } from '../targets/target-setters.service.js';
import type { StoredView } from '../views/stored-view.js';
import {
  AnswersService,
  frameOf,
  type Snapshot,
  lastUpdateOfSnapshot,
} from '../questions/answers.service.js';
import { QUESTION_PARAMETERS, readQuestion } from '../questions/question-query.js';
import { asBadRequest, readMetric } from './metric-problems.js';

/** Parameters of a breakdown. */
export const BREAKDOWN_PARAMETERS = ['metric', 'by', ...QUESTION_PARAMETERS];

/** A question about numbers that was understood. */
export interface NumbersQuestion<Answer> {
  readonly snapshot: Snapshot;
  /** What makes it another question, beside its snapshot. */
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

  async values(view: StoredView, query: Query): Promise<KeyedAnswer<Analytics>> {
    const { snapshot, question } = await this.ask(view, new QueryReader(query, QUESTION_PARAMETERS));
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

  async breakdown(view: StoredView, query: Query): Promise<KeyedAnswer<Breakdown>> {
    const read = new QueryReader(query, BREAKDOWN_PARAMETERS);
    const { snapshot, question, compute } = await this.breakdownQuestion(view, read);
    return this.answers.keyed(snapshot, question, compute);
  }

  /** What a breakdown is asked for, and how it is computed, for who wants it in another form. */
  async breakdownQuestion(view: StoredView, read: QueryReader): Promise<NumbersQuestion<Breakdown>> {
    const { metric, by } = { metric: readMetric(read), by: dimensionOf(read) };
    const { snapshot, question } = await this.ask(view, read);
    const compute = (): Breakdown => {
      const { rows, total } = asBadRequest(() => breakdown(snapshot.sets, metric, by, question));
      return { ...frameOf(snapshot, question), metric, by, rows, total };
    };
    return { snapshot, question: ['breakdown', metric, by, question], compute };
  }

  async explain(view: StoredView, query: Query): Promise<KeyedAnswer<Explanation>> {
    const read = new QueryReader(query, ['metric', 'screen', ...QUESTION_PARAMETERS]);
    const metric = readMetric(read);
    const screen = read.oneOf('screen', SCREEN_NAMES);
    const { snapshot, question } = await this.ask(view, read);
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
    read: QueryReader,
  ): Promise<{ snapshot: Snapshot; question: Question }> {
    // The question first: a wrong one is refused without waiting for data.
    const question = readQuestion(read, await this.answers.defaults());
    return { snapshot: await this.answers.snapshotOf(view), question };
  }
}

function dimensionOf(read: QueryReader): (typeof DIMENSIONS)[number] {
  const by = read.oneOf('by', DIMENSIONS);
  if (by === null) throw badField('by', `by is missing: one of ${DIMENSIONS.join(', ')}.`);
  return by;
}

const mapDates = ({ from, to }: MetricExplanation['dates']) => ({
  from: from === null ? null : isoDay(from),
  to: to === null ? null : isoDay(to),
});
