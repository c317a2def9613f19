import { Injectable } from '@nestjs/common';
import type { DealRecord } from '@app/contracts';
import type { Question, RecordRef } from '@app/domain';
import type { Snapshot } from '../questions/answers.service.js';
import { DatasetReader } from '../datasets/dataset-reader.service.js';
import { AS_WRITTEN, dealRecord } from '../sales-records/deal-record.js';
import { DealsService } from '../sales-records/deals.service.js';

type Clock = Pick<Question, 'asOf' | 'weights'>;

const BATCH = 1000;
/** A record that is read in one pass costs about a quarter of one that is asked for by its `_id`. */
const WORTH_A_SCAN = 1 / 4;

/**
 * All the deals of a list, in its order, a batch at a time and all of one revision. Names are spelled as their sheets
 * have them, so that a file can be imported again and changes nothing.
 */
@Injectable()
export class DealBatchesService {
  constructor(
    private readonly deals: DealsService,
    private readonly reader: DatasetReader,
  ) {}

  /** @throws CollectionMovedError while it is read, when a publish replaces the data */
  of(snapshot: Snapshot, refs: readonly RecordRef[], clock: Clock): AsyncGenerator<DealRecord[]> {
    const size = snapshot.sets.reduce((total, set) => total + set.size, 0);
    const isScanned =
      refs.length > size * WORTH_A_SCAN && refs.every((ref, at) => isAfter(ref, refs[at - 1]));
    return isScanned ? this.scanned(snapshot, refs, clock) : this.picked(snapshot, refs, clock);
  }

  private async *picked(
    snapshot: Snapshot,
    refs: readonly RecordRef[],
    clock: Clock,
  ): AsyncGenerator<DealRecord[]> {
    for (let at = 0; at < refs.length; at += BATCH)
      yield await this.deals.records(snapshot, refs.slice(at, at + BATCH), clock, AS_WRITTEN);
  }

  private async *scanned(
    { datasets }: Snapshot,
    refs: readonly RecordRef[],
    question: Clock,
  ): AsyncGenerator<DealRecord[]> {
    const asked = { question, spellings: AS_WRITTEN };
    let next = 0;
    for (const [index, dataset] of datasets.entries()) {
      let start = 0;
      for await (const stored of this.reader.all(dataset)) {
        const deals: DealRecord[] = [];
        for (
          let ref = refs[next];
          ref?.set === index && ref.position < start + stored.length;
          ref = refs[next]
        ) {
          deals.push(dealRecord(stored[ref.position - start] ?? {}, ref, dataset, asked));
          next += 1;
        }
        start += stored.length;
        yield deals;
      }
    }
  }
}

/** Whether a place comes later than the one before it: the order in which records are stored. */
const isAfter = (ref: RecordRef, before: RecordRef | undefined): boolean =>
  before === undefined || ref.set > before.set || (ref.set === before.set && ref.position > before.position);
