import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { DoubtfulMatch, RunDuplicate, RunFinding } from '@app/contracts';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../../database/driver-database.js';
import type { OverflowPage } from '../staging/run-report.js';
import { asDuplicate, asFinding } from './run-document.js';

/** What each list of a report holds. */
export interface ReportLists {
  finding: RunFinding;
  duplicate: RunDuplicate;
  match: DoubtfulMatch;
}

const AS_ANSWERED: {
  readonly [Kind in keyof ReportLists]: (stored: ReportLists[Kind]) => ReportLists[Kind];
} = {
  finding: asFinding,
  duplicate: asDuplicate,
  match: (stored) => stored,
};

type Stored = OverflowPage & { readonly run_id: string };

/** `ingestion_findings`: what the lists of a report hold beyond the entries in the document of its run. */
@Injectable()
export class ReportListsRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** The pages of a list in their order, from one on. */
  async *pages<Kind extends keyof ReportLists>(
    runId: string,
    kind: Kind,
    from: number,
  ): AsyncGenerator<readonly ReportLists[Kind][]> {
    const found = this.lists.find({ run_id: runId, kind, page: { $gte: from } }).sort({ page: 1 });
    // One at a time: a page may hold long cells.
    for await (const { items } of found.batchSize(1))
      yield (items as ReportLists[Kind][]).map<ReportLists[Kind]>(AS_ANSWERED[kind]);
  }

  private get lists(): mongo.Collection<Stored> {
    return driverDatabase(this.connection).collection<Stored>('ingestion_findings');
  }
}
