import { Injectable } from '@nestjs/common';
import type { ScreenAnswer } from '@app/contracts';
import type { Day, MetricTable, ScreenName, SettingValues } from '@app/domain';
import { AnswersService, type Snapshot } from '../questions/answers.service.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { DealsService } from '../sales-records/deals.service.js';
import { SettingsService } from '../settings/settings.service.js';
import type { StoredView } from '../views/stored-view.js';
import { ScreenAnswers } from './screen-answers.js';
import { tablesOf } from './screen-tables.js';
import { type ScreenArguments, type ScreenInput, screenQuestionOf } from '../questions/screen-parameters.js';

/** Screens: all that one of them draws, in one answer. */
@Injectable()
export class ScreensService {
  private readonly inputs = new WeakMap<object, KnownInput>();

  constructor(
    private readonly answers: AnswersService,
    private readonly settings: SettingsService,
    private readonly deals: DealsService,
    private readonly screens: ScreenAnswers,
  ) {}

  async answer<Name extends ScreenName>(
    view: StoredView,
    name: Name,
    query: ScreenArguments,
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
    return this.answers.once(snapshot, question, name, () =>
      this.answers.keyed(snapshot, ['screen', name, question], () =>
        this.screens.of(name, snapshot, question),
      ),
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

  /** What a query comes to on a day under the settings: the same object as long as these are the same. */
  async questionOf(query: ScreenArguments): Promise<ScreenInput> {
    const settings = await this.settings.current();
    const defaults = this.answers.defaultsUnder(settings);
    const known = this.inputs.get(query);
    if (known?.settings === settings && known.today === defaults.today) return known.input;
    const input = { question: screenQuestionOf(query, defaults), goals: settings.bdr_goals };
    this.inputs.set(query, { settings, today: defaults.today, input });
    return input;
  }
}

/** A query that was read, with what it depended on. */
interface KnownInput {
  readonly settings: SettingValues;
  readonly today: Day;
  readonly input: ScreenInput;
}
