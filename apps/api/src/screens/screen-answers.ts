import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type {
  BoardColumn,
  DashboardScreen,
  DealsPipelineScreen,
  MeetingsAttendedScreen,
  MeetingsGenerationScreen,
  ProjectionsScreen,
  UpsellRenewScreen,
} from '@app/contracts';
import {
  type Asked,
  type BoardColumn as BoardOfPlaces,
  isoDay,
  type Screen as ScreenNumbers,
} from '@app/domain';
import type { Ground } from '../questions/answers.service.js';
import { FindingsService } from '../attention/findings.service.js';
import { TodayService } from '../attention/today.service.js';
import { DealsService } from '../sales-records/deals.service.js';
import { framed } from './screen-frame.js';
import { SCREEN_NUMBERS } from './screen-numbers.js';
import type { ScreenName, ScreenQuestion } from '../questions/screen-question.js';

/** Things to do that come with the Dashboard, and meetings that come with Projections. */
const FIRST_ITEMS = 12;
const FIRST_MEETINGS = 50;

interface Screens {
  dashboard: DashboardScreen;
  'meetings-generation': MeetingsGenerationScreen;
  'meetings-attended': MeetingsAttendedScreen;
  'upsell-renew': UpsellRenewScreen;
  'deals-pipeline': DealsPipelineScreen;
  projections: ProjectionsScreen;
}

type Makers = { [Name in ScreenName]: (ground: Ground, question: ScreenQuestion) => Promise<Screens[Name]> };

/** Makes the answer of each screen: numbers from the domain, deals from the database. */
@Injectable()
export class ScreenAnswers {
  private readonly makers: Makers = {
    dashboard: (ground, question) => this.dashboard(ground, question),
    'meetings-generation': (ground, question) => this.meetingsGeneration(ground, question),
    'meetings-attended': numbersOf(SCREEN_NUMBERS['meetings-attended']),
    'upsell-renew': numbersOf(SCREEN_NUMBERS['upsell-renew']),
    'deals-pipeline': numbersOf(SCREEN_NUMBERS['deals-pipeline']),
    projections: (ground, question) => this.projections(ground, question),
  };

  constructor(
    private readonly deals: DealsService,
    private readonly today: TodayService,
    private readonly findings: FindingsService,
  ) {}

  /** @throws CollectionMovedError when a publish replaced the data since: see DealsService.following */
  of<Name extends ScreenName>(name: Name, ground: Ground, question: ScreenQuestion): Promise<Screens[Name]> {
    return this.makers[name](ground, question);
  }

  private async dashboard(ground: Ground, question: ScreenQuestion): Promise<DashboardScreen> {
    const { asked } = question;
    const { headline, half, ...numbers } = SCREEN_NUMBERS.dashboard(ground, question);
    const { items, total } = await this.today.first(ground, asked, FIRST_ITEMS);
    // Numbers, agenda and findings of a million records each take their time: others get their turn in between.
    await othersTurn();
    return {
      ...framed(ground, asked, numbers),
      headline: { ...headline, span_from: isoDay(headline.span_from), span_to: isoDay(headline.span_to) },
      half: { ...half, from: isoDay(half.from), to: isoDay(half.to) },
      today: items,
      today_total: total,
      attention: await this.findings.of(ground, asked),
    };
  }

  private async meetingsGeneration(
    ground: Ground,
    question: ScreenQuestion,
  ): Promise<MeetingsGenerationScreen> {
    const { pipeline, ...numbers } = SCREEN_NUMBERS['meetings-generation'](ground, question);
    const { asked } = question;
    return { ...framed(ground, asked, numbers), pipeline: await this.board(ground, pipeline, asked) };
  }

  private async projections(ground: Ground, question: ScreenQuestion): Promise<ProjectionsScreen> {
    const { board, ...numbers } = SCREEN_NUMBERS.projections(ground, question);
    const { asked } = question;
    const { items, total } = await this.today.meetings(ground, asked, FIRST_MEETINGS);
    return {
      ...framed(ground, asked, numbers),
      next_days: items,
      next_days_total: total,
      board: await this.board(ground, board, asked),
    };
  }

  /** A board with the deals themselves in its places: one read for all of its columns. */
  private async board(
    ground: Ground,
    columns: readonly BoardOfPlaces[],
    asked: Asked,
  ): Promise<BoardColumn[]> {
    const places = columns.flatMap(({ cards }) => cards.map(({ deal }) => deal));
    const deals = (await this.deals.records(ground, places, asked)).values();
    return columns.map((column) => ({
      ...column,
      cards: column.cards.flatMap((card) => {
        const { value: deal } = deals.next();
        return deal ? [{ ...card, deal }] : [];
      }),
    }));
  }
}

/** Makes the answer of a screen of numbers alone. */
const numbersOf =
  <Numbers extends ScreenNumbers>(numbers: (ground: Ground, question: ScreenQuestion) => Numbers) =>
  (ground: Ground, question: ScreenQuestion) =>
    Promise.resolve(framed(ground, question.asked, numbers(ground, question)));
