import { Injectable } from '@nestjs/common';
import type { Analytics, Breakdown, Explanation, MetricsCatalogue } from '@app/contracts';
import {
  type Asked,
  breakdown,
  DIMENSIONS,
  explain,
  isoDay,
  metricDefinitions,
  type MetricExplanation,
  metricValues,
} from '@app/domain';
import type { KeyedAnswer } from '../http/cached-answer.js';
import { badField } from '../http/problem.js';
import { type Query, QueryReader } from '../http/query-reader.js';
import { SCREEN_NAMES } from '../questions/screen-question.js';
import { TargetSettersService } from '../targets/target-setters.service.js';
import type { StoredView } from '../views/stored-view.js';
import { AnswersService, frameOf, type Ground, lastUpdateOfGround } from '../questions/answers.service.js';
import { ASKED_PARAMETERS, readAsked } from '../questions/question-query.js';
import { asBadRequest } from './metric-problems.js';

/** Parameters of a breakdown. */
export const BREAKDOWN_PARAMETERS = ['metric', 'by', ...ASKED_PARAMETERS];

/** A question about numbers that was understood. */
export interface NumbersQuestion<Answer> {
  readonly ground: Ground;
  /** What makes it another question, beside its ground. */
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

  async values(view: StoredView, query: Query): Promise<KeyedAnswer> {
    const { ground, asked } = await this.ask(view, new QueryReader(query, ASKED_PARAMETERS));
    return this.on(ground, asked);
  }

  /** Every number of the catalogue on data that the caller names. */
  on(ground: Ground, asked: Asked): KeyedAnswer {
    return this.answers.keyed(ground, ['analytics', asked], (): Analytics => {
      return { ...frameOf(ground, asked), metrics: metricValues(ground.sets, asked, ground.targets) };
    });
  }

  async breakdown(view: StoredView, query: Query): Promise<KeyedAnswer> {
    const read = new QueryReader(query, BREAKDOWN_PARAMETERS);
    const { ground, question, compute } = await this.breakdownQuestion(view, read);
    return this.answers.keyed(ground, question, compute);
  }

  /** What a breakdown is asked for, and how it is computed, for who wants it in another form. */
  async breakdownQuestion(view: StoredView, read: QueryReader): Promise<NumbersQuestion<Breakdown>> {
    const { metric, by } = { metric: read.required('metric'), by: dimensionOf(read) };
    const { ground, asked } = await this.ask(view, read);
    const compute = (): Breakdown => {
      const { rows, total } = asBadRequest(() => breakdown(ground.sets, metric, by, asked));
      return { ...frameOf(ground, asked), metric, by, rows, total };
    };
    return { ground, question: ['breakdown', metric, by, asked], compute };
  }

  async explain(view: StoredView, query: Query): Promise<KeyedAnswer> {
    const read = new QueryReader(query, ['metric', 'screen', ...ASKED_PARAMETERS]);
    const metric = read.required('metric');
    const screen = read.oneOf('screen', SCREEN_NAMES);
    const { ground, asked } = await this.ask(view, read);
    const setterOf = await this.setters.of(ground.view);
    return this.answers.keyed(
      ground,
      ['explain', metric, screen, asked, ground.view.targetsRevision],
      (): Explanation => {
        const explanation = asBadRequest(() => explain(ground.sets, metric, asked, ground.targets, screen));
        const { target_origin: origin } = explanation;
        return {
          ...frameOf(ground, asked),
          last_update: lastUpdateOfGround(ground),
          ...explanation,
          dates: mapDates(explanation.dates),
          target_origin: origin && { ...origin, ...setterOf(origin.origin) },
        };
      },
    );
  }

  private async ask(view: StoredView, read: QueryReader): Promise<{ ground: Ground; asked: Asked }> {
    // The question first: a wrong one is refused without waiting for data.
    const asked = readAsked(read, await this.answers.defaults());
    return { ground: await this.answers.groundOf(view), asked };
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
