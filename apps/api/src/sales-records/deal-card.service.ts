import { Injectable } from '@nestjs/common';
import type { CountedIn, DealCard, DealRemoval } from '@app/contracts';
import {
  type Question,
  metricDefinitions,
  metricsCounting,
  normaliseStored,
  type RecordSet,
  recordSetOf,
} from '@app/domain';
import { AnswersService, type Snapshot } from '../questions/answers.service.js';
import { questionOf } from '../questions/question-parameters.js';
import { DatasetReader } from '../datasets/dataset-reader.service.js';
import type { Dataset } from '../datasets/dataset.js';
import type { StoredRecord } from '../datasets/records.repository.js';
import { BUILD_ID } from '../http/build-id.js';
import { AnswerBody, answerKey, KeyedAnswer } from '../http/keyed-answer.js';
import { Refusal } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import { DealHistoryRepository } from './deal-history.repository.js';
import { dealRecord, spellingsOf } from './deal-record.js';
import { DealsService } from './deals.service.js';
import type { CardArguments } from './record-parameters.js';

/** Two imports a day over the four hundred days that the history is kept, and some more. */
const MAX_CHANGES = 1_000;

/** A stored deal and the data it belongs to. */
interface FoundDeal {
  readonly dataset: Dataset;
  readonly stored: StoredRecord;
  /** Null while it is in the data. */
  readonly removed: DealRemoval | null;
}

/** All that is known of one deal. */
@Injectable()
export class DealCardService {
  constructor(
    private readonly answers: AnswersService,
    private readonly deals: DealsService,
    private readonly reader: DatasetReader,
    private readonly history: DealHistoryRepository,
  ) {}

  /**
   * The key is made of the card itself, because a run enters the history a moment after its data is shown.
   *
   * @throws Refusal for a deal that the view, or the source asked for, does not have
   */
  async card(view: StoredView, dealId: string, query: CardArguments): Promise<KeyedAnswer<DealCard>> {
    const question = questionOf({ ...query, filters: {} }, await this.answers.defaults());
    const card = await this.deals.steadily(view, async (snapshot) => {
      return this.cardOf(await this.find(snapshot, dealId, query.source), snapshot, question);
    });
    const key = answerKey(BUILD_ID, card);
    return new KeyedAnswer(
      () => key,
      () => Promise.resolve(new AnswerBody(card)),
    );
  }

  /** Two views may have a deal of the same id, when somebody copied a collection: then the source says which. */
  private async find({ datasets }: Snapshot, dealId: string, source: string | null): Promise<FoundDeal> {
    const sources = datasets.filter(({ view }) => source === null || view.id === source);
    for (const dataset of sources) {
      const stored = await this.reader.recordOf(dataset, dealId);
      if (stored) return { dataset, stored, removed: null };
    }
    for (const dataset of sources) {
      const removal = await this.history.removalOf(dataset.view.id, dealId);
      if (removal) return { dataset, ...removal };
    }
    throw new Refusal(
      'absent',
      `There is no deal ${JSON.stringify(dealId)} here, and none that an import removed.`,
    );
  }

  private async cardOf(
    { dataset, stored, removed }: FoundDeal,
    snapshot: Snapshot,
    question: Question,
  ): Promise<DealCard> {
    const set = recordSetOf([normaliseStored(stored)]);
    const spellings = spellingsOf(snapshot.sets);
    const deal = dealRecord(stored, { set: 0, position: 0 }, { ...dataset, set }, { question, spellings });
    const changes = await this.history.of(dataset.view.id, deal.id, MAX_CHANGES);
    return { deal, counted_in: removed ? [] : countedIn(set, question), changes, removed };
  }
}

function countedIn(set: RecordSet, question: Question): CountedIn[] {
  const labels = new Map(metricDefinitions().map(({ id, label }) => [id, label]));
  return metricsCounting(set, 0, question).map((metric) => ({ metric, label: labels.get(metric) ?? metric }));
}
