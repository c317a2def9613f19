import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
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
  type Question,
  type BoardColumn as BoardOfPlaces,
  isoDay,
  type Screen as ScreenNumbers,
} from '@app/domain';
import type { Snapshot } from '../questions/answers.service.js';
import { FindingsService } from '../attention/findings.service.js';
import { TodayService } from '../attention/today.service.js';
import { DealsService } from '../sales-records/deals.service.js';
import { framed } from './screen-frame.js';
import { SCREEN_NUMBERS } from './screen-numbers.js';
import type { ScreenName, ScreenInput } from '../questions/screen-question.js';

/** Things to do that come with the Dashboard, and meetings that come with Projections. */
const FIRST_ITEMS = 12;
const FIRST_MEETINGS = 50;

/** What each screen answers. */
export interface Screens {
  dashboard: DashboardScreen;
  'meetings-generation': MeetingsGenerationScreen;
  'meetings-attended': MeetingsAttendedScreen;
  'upsell-renew': UpsellRenewScreen;
  'deals-pipeline': DealsPipelineScreen;
  projections: ProjectionsScreen;
}

type Makers = { [Name in ScreenName]: (snapshot: Snapshot, question: ScreenInput) => Promise<Screens[Name]> };

/** Makes the answer of each screen: numbers from the domain, deals from the database. */
@Injectable()
export class ScreenAnswers {
  private readonly makers: Makers = {
    dashboard: (snapshot, question) => this.dashboard(snapshot, question),
    'meetings-generation': (snapshot, question) => this.meetingsGeneration(snapshot, question),
    'meetings-attended': numbersOf(SCREEN_NUMBERS['meetings-attended']),
    'upsell-renew': numbersOf(SCREEN_NUMBERS['upsell-renew']),
    'deals-pipeline': numbersOf(SCREEN_NUMBERS['deals-pipeline']),
    projections: (snapshot, question) => this.projections(snapshot, question),
  };

  constructor(
    private readonly deals: DealsService,
    private readonly today: TodayService,
    private readonly findings: FindingsService,
  ) {}

  /** @throws CollectionMovedError when a publish replaced the data since: see DealsService.following */
  of<Name extends ScreenName>(name: Name, snapshot: Snapshot, question: ScreenInput): Promise<Screens[Name]> {
    return this.makers[name](snapshot, question);
  }

  private async dashboard(snapshot: Snapshot, question: ScreenInput): Promise<DashboardScreen> {
    const { asked } = question;
    const { headline, half, ...numbers } = SCREEN_NUMBERS.dashboard(snapshot, question);
    const { items, total } = await this.today.first(snapshot, asked, FIRST_ITEMS);
    // Numbers, agenda and findings of a million records each take their time: others get their turn in between.
    await yieldToEventLoop();
    return {
      ...framed(snapshot, asked, numbers),
      headline: { ...headline, span_from: isoDay(headline.span_from), span_to: isoDay(headline.span_to) },
      half: { ...half, from: isoDay(half.from), to: isoDay(half.to) },
      today: items,
      today_total: total,
      attention: await this.findings.of(snapshot, asked),
    };
  }

  private async meetingsGeneration(
    snapshot: Snapshot,
    question: ScreenInput,
  ): Promise<MeetingsGenerationScreen> {
    const { pipeline, ...numbers } = SCREEN_NUMBERS['meetings-generation'](snapshot, question);
    const { asked } = question;
    return { ...framed(snapshot, asked, numbers), pipeline: await this.board(snapshot, pipeline, asked) };
  }

  private async projections(snapshot: Snapshot, question: ScreenInput): Promise<ProjectionsScreen> {
    const { board, ...numbers } = SCREEN_NUMBERS.projections(snapshot, question);
    const { asked } = question;
    const { items, total } = await this.today.meetings(snapshot, asked, FIRST_MEETINGS);
    return {
      ...framed(snapshot, asked, numbers),
      next_days: items,
      next_days_total: total,
      board: await this.board(snapshot, board, asked),
    };
  }

  /** A board with the deals themselves in its places: one read for all of its columns. */
  private async board(
    snapshot: Snapshot,
    columns: readonly BoardOfPlaces[],
    asked: Question,
  ): Promise<BoardColumn[]> {
    const places = columns.flatMap(({ cards }) => cards.map(({ deal }) => deal));
    const deals = (await this.deals.records(snapshot, places, asked)).values();
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
  <Numbers extends ScreenNumbers>(numbers: (snapshot: Snapshot, question: ScreenInput) => Numbers) =>
  (snapshot: Snapshot, question: ScreenInput) =>
    Promise.resolve(framed(snapshot, question.asked, numbers(snapshot, question)));
