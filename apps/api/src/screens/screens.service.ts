import { Injectable } from '@nestjs/common';
import type { ScreenAnswer } from '@app/contracts';
import type { MetricTable, ScreenName } from '@app/domain';
import { AnswersService, type Snapshot } from '../questions/answers.service.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import type { QueryValues } from '../http/query-parameters.js';
import { DealsService } from '../sales-records/deals.service.js';
import { SettingsService } from '../settings/settings.service.js';
import type { StoredView } from '../views/stored-view.js';
import { ScreenAnswers } from './screen-answers.js';
import { tablesOf } from './screen-tables.js';
import { SCREEN, type ScreenInput, screenQuestionOf } from '../questions/screen-question.js';

/** Screens: all that one of them draws, in one answer. */
@Injectable()
export class ScreensService {
  constructor(
    private readonly answers: AnswersService,
    private readonly settings: SettingsService,
    private readonly deals: DealsService,
    private readonly screens: ScreenAnswers,
  ) {}

  async answer<Name extends ScreenName>(
    view: StoredView,
    name: Name,
    query: QueryValues<typeof SCREEN>,
  ): Promise<KeyedAnswer<ScreenAnswer<Name>>> {
    const question = await this.questionOf(query);
    return this.deals.following(view, (snapshot) => this.on(snapshot, name, question));
  }

  /** A screen on data that the caller names. */
  on<Name extends ScreenName>(
    snapshot: Snapshot,
    name: Name,
    question: ScreenInput,
  ): KeyedAnswer<ScreenAnswer<Name>> {
    return this.answers.keyed(snapshot, ['screen', name, question], () =>
      this.screens.of(name, snapshot, question),
    );
  }

  /** The tables of a screen, by the names they have in its answer. */
  async tables(
    view: StoredView,
    name: ScreenName,
    question: ScreenInput,
  ): Promise<ReadonlyMap<string, MetricTable>> {
    return tablesOf(name, await this.answers.snapshotOf(view), question);
  }

  async questionOf(query: QueryValues<typeof SCREEN>): Promise<ScreenInput> {
    const [defaults, { bdr_goals: goals }] = await Promise.all([
      this.answers.defaults(),
      this.settings.current(),
    ]);
    return { asked: screenQuestionOf(query, defaults), goals };
  }
}
