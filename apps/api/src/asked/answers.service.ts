import { Injectable } from '@nestjs/common';
import type { AnswerFrame } from '@app/contracts';
import {
  type Asked,
  type Day,
  isoDay,
  monthsInPeriod,
  type RecordSet,
  type TargetSet,
  today,
} from '@app/domain';
import { Config } from '../config/config.js';
import { type Dataset, lastUpdateOf, revisionOf } from '../datasets/dataset.js';
import { RecordSetsService } from '../datasets/record-sets.service.js';
import { BUILD_ID } from '../http/build-id.js';
import { AnswerBody, answerKey, type KeyedAnswer } from '../http/cached-answer.js';
import { Recent } from '../http/recent.js';
import { TargetsService } from '../targets/targets.service.js';
import type { StoredView } from '../views/stored-view.js';

/** Everything numbers are computed from, at one moment. */
export interface Ground {
  readonly view: StoredView;
  readonly datasets: readonly Dataset[];
  readonly sets: readonly RecordSet[];
  readonly targets: TargetSet;
}

const ROOM_BYTES = 64 * 1024 * 1024;

/** Answers that depend on data, targets and the question alone: computed once, recognised by their key. */
@Injectable()
export class AnswersService {
  private readonly recent = new Recent<AnswerBody>(ROOM_BYTES);

  constructor(
    private readonly config: Config,
    private readonly records: RecordSetsService,
    private readonly targets: TargetsService,
  ) {}

  /** The calendar date that counts as today for who names none. */
  today(): Day {
    return today(Date.now(), this.config.timeZone);
  }

  async groundOf(view: StoredView): Promise<Ground> {
    const [datasets, targets] = await Promise.all([this.records.behind(view), this.targets.setOf(view)]);
    return { view, datasets, sets: datasets.map(({ set }) => set), targets };
  }

  /** An answer by all it depends on; `compute`, which may take its time, runs unless the same was asked before. */
  keyed(ground: Ground, question: readonly unknown[], compute: () => unknown): KeyedAnswer {
    const key = answerKey(BUILD_ID, this.dataKey(ground), ground.targets, ...question);
    return {
      key,
      body: async () => this.recent.get(key) ?? this.keep(key, new AnswerBody(await compute())),
    };
  }

  /** Names the data of a view at a moment, whoever wrote it. */
  dataKey({ view, datasets }: Ground): string {
    const sources = datasets.map(({ state, view: source }) => [source.name, state.fingerprint]);
    return answerKey(view.id, view.name, sources);
  }

  private keep(key: string, body: AnswerBody): AnswerBody {
    // Its compressed forms come on top: about as much again.
    this.recent.set(key, body, body.size * 2);
    return body;
  }
}

/** What identifies the numbers of an answer. */
export function frameOf({ view, datasets }: Ground, { period, asOf }: Asked): AnswerFrame {
  const { from, to } = period;
  return {
    view_id: view.id,
    period: { from: isoDay(from), to: isoDay(to), months: monthsInPeriod(period) },
    as_of: isoDay(asOf),
    revision: revisionOf(view, datasets),
  };
}

/** When the data of an answer was last read. */
export const lastUpdateOfGround = ({ datasets }: Ground): string | null => lastUpdateOf(datasets);
