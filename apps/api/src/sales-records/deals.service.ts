import { Injectable } from '@nestjs/common';
import type { DealRecord } from '@app/contracts';
import type { Question, RecordRef } from '@app/domain';
import { AnswersService, type Snapshot } from '../questions/answers.service.js';
import { CollectionMovedError, DatasetReader } from '../datasets/dataset-reader.service.js';
import { RecordSetsService } from '../datasets/record-sets.service.js';
import { type AnswerBody, KeyedAnswer } from '../http/keyed-answer.js';
import { Refusal } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import { dealRecord, type Spellings, spellingsOf } from './deal-record.js';

const ATTEMPTS = 3;

/** Deals by their places in record sets: their documents, read from the database and normalised. */
@Injectable()
export class DealsService {
  constructor(
    private readonly answers: AnswersService,
    private readonly reader: DatasetReader,
    private readonly sets: RecordSetsService,
  ) {}

  /**
   * The deals at places of a snapshot, in the order asked.
   *
   * @param spellings how names are shown; as everywhere unless said
   * @throws CollectionMovedError when a publish replaced the data since: see {@link steadily}
   */
  async records(
    snapshot: Snapshot,
    refs: readonly RecordRef[],
    clock: Pick<Question, 'asOf' | 'weights'>,
    spellings: Spellings = spellingsOf(snapshot.sets),
  ): Promise<DealRecord[]> {
    const items: DealRecord[] = [];
    for (const [index, dataset] of snapshot.datasets.entries()) {
      const mine = refs.flatMap((ref, place) => (ref.set === index ? [{ ref, place }] : []));
      const stored = await this.reader.recordsAt(
        dataset,
        mine.map(({ ref }) => ref.position),
      );
      mine.forEach(({ ref, place }, at) => {
        items[place] = dealRecord(stored[at] ?? {}, ref, dataset, { question: clock, spellings });
      });
    }
    return items;
  }

  /**
   * Work on the data of a view at one moment, begun again when a publish came in between.
   *
   * @param first the snapshot to begin with, when the caller has it
   */
  async steadily<Result>(
    view: StoredView,
    work: (snapshot: Snapshot) => Promise<Result>,
    first?: Snapshot,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work((attempt === 1 ? first : undefined) ?? (await this.answers.snapshotOf(view)));
      } catch (error) {
        if (!(error instanceof CollectionMovedError)) throw error;
        if (attempt === ATTEMPTS) {
          throw new Refusal('unavailable', 'The data keeps changing. Try again in a moment.');
        }
        await this.sets.reload(view);
      }
    }
  }

  /**
   * An answer made of numbers and of documents, all of one revision; nothing is read when the client has it already.
   * When a publish comes in between, the question is asked again of the new data, and the key becomes that of the new
   * answer.
   *
   * @param ask what is answered on a snapshot; its body may throw CollectionMovedError
   */
  async following<Answer>(
    view: StoredView,
    ask: (snapshot: Snapshot) => KeyedAnswer<Answer>,
  ): Promise<KeyedAnswer<Answer>> {
    const first = await this.answers.snapshotOf(view);
    let current = ask(first);
    const body = (): Promise<AnswerBody> => {
      const work = (snapshot: Snapshot): Promise<AnswerBody> => {
        if (snapshot !== first) current = ask(snapshot);
        return current.body();
      };
      return this.steadily(view, work, first);
    };
    return new KeyedAnswer(() => current.key, body);
  }
}
