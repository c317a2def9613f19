import { Injectable } from '@nestjs/common';
import type { MetricTable } from '@app/domain';
import { AnswersService, type Ground } from '../questions/answers.service.js';
import type { KeyedAnswer } from '../http/cached-answer.js';
import { type Query, QueryReader } from '../http/query-reader.js';
import { DealsService } from '../sales-records/deals.service.js';
import { SettingsService } from '../settings/settings.service.js';
import type { StoredView } from '../views/stored-view.js';
import { ScreenAnswers } from './screen-answers.js';
import { tablesOf } from './screen-numbers.js';
import {
  readScreenAsked,
  SCREEN_PARAMETERS,
  type ScreenName,
  type ScreenQuestion,
} from '../questions/screen-question.js';

/** Screens: all that one of them draws, in one answer. */
@Injectable()
export class ScreensService {
  constructor(
    private readonly answers: AnswersService,
    private readonly settings: SettingsService,
    private readonly deals: DealsService,
    private readonly screens: ScreenAnswers,
  ) {}

  async answer(view: StoredView, name: ScreenName, query: Query): Promise<KeyedAnswer> {
    const question = await this.questionOf(new QueryReader(query, SCREEN_PARAMETERS));
    return this.deals.following(view, (ground) => this.on(ground, name, question));
  }

  /** A screen on data that the caller names. */
  on(ground: Ground, name: ScreenName, question: ScreenQuestion): KeyedAnswer {
    return this.answers.keyed(ground, ['screen', name, question], () =>
      this.screens.of(name, ground, question),
    );
  }

  /** The tables of a screen, by the names they have in its answer. */
  async tables(
    view: StoredView,
    name: ScreenName,
    question: ScreenQuestion,
  ): Promise<ReadonlyMap<string, MetricTable>> {
    return tablesOf(name, await this.answers.groundOf(view), question);
  }

  /** @throws ProblemException (400) naming the parameter */
  async questionOf(read: QueryReader): Promise<ScreenQuestion> {
    const [defaults, { bdrGoals }] = await Promise.all([this.answers.defaults(), this.settings.current()]);
    return { asked: readScreenAsked(read, defaults), goals: bdrGoals };
  }
}
