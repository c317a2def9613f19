import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { DataFinding, DataFindingPage, DealRecordPage } from '@app/contracts';
import {
  type FindingsQuestion,
  byMoney,
  eachFinding,
  FILTER_FIELDS,
  type Finding,
  FINDING_CODES,
  type RecordSet,
  recordsOfFinding,
  resolveTargets,
  targetFindings,
  type TargetsToCheck,
} from '@app/domain';
import { AnswersService, type Snapshot } from '../questions/answers.service.js';
import { readClock, readFilters, readSort } from '../questions/question-query.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { wholePage } from '../http/whole-page.js';
import { notFound } from '../http/problem.js';
import { type Query, QueryReader } from '../http/query-reader.js';
import { PAGE_PARAMETERS } from '../sales-records/page-cursor.js';
import { type RecordList, RecordPagesService } from '../sales-records/record-pages.service.js';
import type { StoredView } from '../views/stored-view.js';
import { SetsMemory } from './sets-memory.js';

const PARAMETERS = ['as_of', ...FILTER_FIELDS];
/** Parameters of the records of a finding, without those of their pages. */
export const FINDING_RECORDS_PARAMETERS = [...PARAMETERS, 'sort'];

/** Lists of findings that are kept of the same records, for different filters. */
const MAX_ITEMS = 200;

/** What in the data and the targets needs somebody. */
@Injectable()
export class FindingsService {
  /** One list a question, or the promise of it: who asks meanwhile waits for the same. */
  private readonly found = new SetsMemory((sets, question) => [inTurns(sets, question)], MAX_ITEMS);

  constructor(
    private readonly answers: AnswersService,
    private readonly pages: RecordPagesService,
  ) {}

  /** The findings of a snapshot, most money first. */
  async of(snapshot: Snapshot, question: FindingsQuestion): Promise<DataFinding[]> {
    const found = (await Promise.all(this.found.of(snapshot.sets, question))).flat();
    return [...found, ...targetFindings(targetsOf(snapshot), question)]
      .sort(byMoney)
      .map((finding) => ({ ...finding, details: [...finding.details] }));
  }

  async list(view: StoredView, query: Query): Promise<KeyedAnswer<DataFindingPage>> {
    const question = await this.questionOf(new QueryReader(query, PARAMETERS));
    const snapshot = await this.answers.snapshotOf(view);
    return this.answers.keyed(snapshot, ['findings', question], async (): Promise<DataFindingPage> =>
      wholePage(await this.of(snapshot, question)),
    );
  }

  async records(view: StoredView, code: string, query: Query): Promise<KeyedAnswer<DealRecordPage>> {
    const read = new QueryReader(query, [...FINDING_RECORDS_PARAMETERS, ...PAGE_PARAMETERS]);
    return this.pages.page(view, read, await this.recordList(code, read));
  }

  /** The records of a finding, for who wants them whole. */
  async recordList(code: string, read: QueryReader): Promise<RecordList> {
    if (!FINDING_CODES.includes(code))
      throw notFound(`There is no finding ${JSON.stringify(code)} with records.`);
    const question = await this.questionOf(read);
    const sort = readSort(read);
    return {
      question: ['finding', code, question, sort],
      clock: question,
      select: ({ sets }) => recordsOfFinding(sets, code, question, sort),
    };
  }

  private async questionOf(read: QueryReader): Promise<FindingsQuestion> {
    return { ...readClock(read, await this.answers.defaults()), filters: readFilters(read) };
  }
}

const targetsOf = ({ view, datasets, targets }: Snapshot): TargetsToCheck => ({
  stored: view.targets,
  resolved: targets,
  views: view.isMaster ? datasets.map((source) => resolveTargets(source.view.targets)) : null,
});

/** Each finding of a million records takes its time: others get their turn in between. */
async function inTurns(sets: readonly RecordSet[], question: FindingsQuestion): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const finding of eachFinding(sets, question)) {
    found.push(finding);
    await yieldToEventLoop();
  }
  return found;
}
