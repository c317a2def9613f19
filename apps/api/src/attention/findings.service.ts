import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { DataFindingPage, DealRecordPage } from '@app/contracts';
import {
  type FindingsQuestion,
  byMoney,
  eachFinding,
  type DataFinding,
  type RecordSet,
  recordsOfFinding,
  resolveTargets,
  targetFindings,
  type TargetsToCheck,
} from '@app/domain';
import { AnswersService, type Snapshot } from '../questions/answers.service.js';
import { clockOf, type RecordsQuestionArguments } from '../questions/question-parameters.js';
import type { WantedPage } from '../http/cursor.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { wholePage } from '../http/whole-page.js';
import { type RecordList, RecordPagesService } from '../sales-records/record-pages.service.js';
import type { StoredView } from '../views/stored-view.js';
import type { FindingRecordsArguments } from './attention-parameters.js';
import { SetsMemory } from './sets-memory.js';

/** How many lists of findings are kept for the same records, over different filters. */
const MAX_ITEMS = 200;

/** What in the data and the targets needs attention. */
@Injectable()
export class FindingsService {
  /** One list for each question, or its promise: requests that come meanwhile wait for the same one. */
  private readonly found = new SetsMemory((sets, question) => [inTurns(sets, question)], MAX_ITEMS);

  constructor(
    private readonly answers: AnswersService,
    private readonly pages: RecordPagesService,
  ) {}

  /** The findings of a snapshot, most money first. */
  async of(snapshot: Snapshot, question: FindingsQuestion): Promise<DataFinding[]> {
    const found = (await Promise.all(this.found.of(snapshot.sets, question))).flat();
    return [...found, ...targetFindings(targetsOf(snapshot), question)].sort(byMoney);
  }

  async list(view: StoredView, query: RecordsQuestionArguments): Promise<KeyedAnswer<DataFindingPage>> {
    const question = await this.questionOf(query);
    const snapshot = await this.answers.snapshotOf(view);
    return this.answers.keyed(snapshot, ['findings', question], async (): Promise<DataFindingPage> =>
      wholePage(await this.of(snapshot, question)),
    );
  }

  async records(
    view: StoredView,
    code: string,
    query: FindingRecordsArguments & WantedPage,
  ): Promise<KeyedAnswer<DealRecordPage>> {
    return this.pages.page(view, query, await this.recordList(code, query));
  }

  /** All records of a finding, such as for an export. */
  async recordList(code: string, query: FindingRecordsArguments): Promise<RecordList> {
    const question = await this.questionOf(query);
    const { sort } = query;
    return {
      question: ['finding', code, question, sort],
      clock: question,
      select: ({ sets }) => recordsOfFinding(sets, code, question, sort),
    };
  }

  private async questionOf({ asOf, filters }: RecordsQuestionArguments): Promise<FindingsQuestion> {
    return { ...clockOf(asOf, await this.answers.defaults()), filters };
  }
}

const targetsOf = ({ view, datasets, targets }: Snapshot): TargetsToCheck => ({
  stored: view.targets,
  resolved: targets,
  views: view.isMaster ? datasets.map((source) => resolveTargets(source.view.targets)) : null,
});

/** Each finding over a million records takes a while: other requests are answered in between. */
async function inTurns(sets: readonly RecordSet[], question: FindingsQuestion): Promise<DataFinding[]> {
  const found: DataFinding[] = [];
  for (const finding of eachFinding(sets, question)) {
    found.push(finding);
    await yieldToEventLoop();
  }
  return found;
}
