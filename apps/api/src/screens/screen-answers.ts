import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { BoardColumn, ScreenAnswer, ScreenParts } from '@app/contracts';
import {
  type Question,
  type BoardColumn as BoardOfPlaces,
  isoDay,
  screenNamed,
  type ScreenName,
  type ScreenNumbers,
  screenNumbers,
} from '@app/domain';
import type { Snapshot } from '../questions/answers.service.js';
import { FindingsService } from '../attention/findings.service.js';
import { TodayService } from '../attention/today.service.js';
import { DealsService } from '../sales-records/deals.service.js';
import { framed } from './screen-frame.js';
import type { ScreenInput } from '../questions/screen-parameters.js';

/** Things to do that come with the Dashboard, and meetings that come with Projections. */
const FIRST_ITEMS = 12;
const FIRST_MEETINGS = 50;

/** Makes, of the numbers of a screen, what its answer has in another form or beside them. */
type PartsMakers = {
  [Name in keyof ScreenParts]?: (
    numbers: ScreenNumbers<Name>,
    snapshot: Snapshot,
    question: Question,
  ) => Promise<Partial<ScreenParts[Name]>>;
};

/** Makes the answer of each screen: numbers from the domain, deals from the database. */
@Injectable()
export class ScreenAnswers {
  private readonly parts: PartsMakers = {
    dashboard: (numbers, snapshot, question) => this.dashboard(numbers, snapshot, question),
    projections: (_, snapshot, question) => this.projections(snapshot, question),
  };

  constructor(
    private readonly deals: DealsService,
    private readonly today: TodayService,
    private readonly findings: FindingsService,
  ) {}

  /** @throws CollectionMovedError when a publish replaced the data since: see DealsService.following */
  async of<Name extends ScreenName>(
    name: Name,
    snapshot: Snapshot,
    { question, goals }: ScreenInput,
  ): Promise<ScreenAnswer<Name>> {
    const { sets, targets } = snapshot;
    const numbers = screenNumbers(name, sets, question, { targets, goals });
    const boards = await this.boards(name, snapshot, numbers, question);
    const parts = await this.partsOf(name)?.(numbers, snapshot, question);
    return { ...framed(snapshot, question, numbers), ...boards, ...parts } as ScreenAnswer<Name>;
  }

  private partsOf(name: ScreenName) {
    return this.parts[name as keyof ScreenParts] as
      ((numbers: ScreenNumbers, snapshot: Snapshot, question: Question) => Promise<object>) | undefined;
  }

  private async dashboard(
    { headline, half }: ScreenNumbers<'dashboard'>,
    snapshot: Snapshot,
    question: Question,
  ): Promise<Partial<ScreenParts['dashboard']>> {
    const { items, total } = await this.today.first(snapshot, question, FIRST_ITEMS);
    // Numbers, agenda and findings over a million records each take a while: other requests are answered in between.
    await yieldToEventLoop();
    return {
      headline: { ...headline, span_from: isoDay(headline.span_from), span_to: isoDay(headline.span_to) },
      half: { ...half, from: isoDay(half.from), to: isoDay(half.to) },
      today: items,
      today_total: total,
      attention: await this.findings.of(snapshot, question),
    };
  }

  private async projections(
    snapshot: Snapshot,
    question: Question,
  ): Promise<Partial<ScreenParts['projections']>> {
    const { items, total } = await this.today.meetings(snapshot, question, FIRST_MEETINGS);
    return { next_days: items, next_days_total: total };
  }

  /** The boards of a screen with the deals themselves in their places. */
  private async boards(
    name: ScreenName,
    snapshot: Snapshot,
    numbers: object,
    question: Question,
  ): Promise<Record<string, BoardColumn[]>> {
    const made: [string, BoardColumn[]][] = [];
    for (const board of Object.keys(screenNamed(name).boards)) {
      const columns = (numbers as Readonly<Record<string, readonly BoardOfPlaces[]>>)[board] ?? [];
      made.push([board, await this.board(snapshot, columns, question)]);
    }
    return Object.fromEntries(made);
  }

  /** A board with the deals themselves in its places: one read for all of its columns. */
  private async board(
    snapshot: Snapshot,
    columns: readonly BoardOfPlaces[],
    question: Question,
  ): Promise<BoardColumn[]> {
    const places = columns.flatMap(({ cards }) => cards.map(({ deal }) => deal));
    const deals = (await this.deals.records(snapshot, places, question)).values();
    return columns.map((column) => ({
      ...column,
      cards: column.cards.flatMap((card) => {
        const { value: deal } = deals.next();
        return deal ? [{ ...card, deal }] : [];
      }),
    }));
  }
}
