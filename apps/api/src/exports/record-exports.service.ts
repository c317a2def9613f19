import { Injectable } from '@nestjs/common';
import type { DealRecord } from '@app/contracts';
import type { WeightTable } from '@app/domain';
import { inTurns } from '../questions/in-turns.js';
import { DealsService } from '../sales-records/deals.service.js';
import type { RecordList } from '../sales-records/record-pages.service.js';
import type { StoredView } from '../views/stored-view.js';
import { DealBatchesService } from './deal-batches.service.js';
import { checkRows, type ExportFormat } from './export-formats.js';
import type { ExportRow, ExportTable } from './export-table.js';
import type { ListColumn } from './list-columns.js';

/** Lists of records as files. */
@Injectable()
export class RecordExportsService {
  constructor(
    private readonly deals: DealsService,
    private readonly batches: DealBatchesService,
  ) {}

  /**
   * The whole list. Its first batch is read before it is answered: until then a publish is followed, as pages do. A
   * later publish ends the rows with a CollectionMovedError: the file breaks off rather than going on with other data.
   */
  async table(
    view: StoredView,
    list: RecordList,
    { format, columns }: { format: ExportFormat; columns: readonly ListColumn[] },
  ): Promise<ExportTable> {
    const { first, rest } = await this.deals.steadily(view, async (snapshot) => {
      const refs = await inTurns(list.select(snapshot));
      checkRows(format, refs.length);
      const rest = this.batches.of(snapshot, refs, list.clock);
      const first = await rest.next();
      return { first: first.done ? [] : first.value, rest };
    });
    return { columns, batches: rows({ first, rest }, rowOf(columns, list.clock.weights)) };
  }
}

async function* rows(
  { first, rest }: { first: DealRecord[]; rest: AsyncGenerator<DealRecord[]> },
  rowOf: (record: DealRecord) => ExportRow,
): AsyncGenerator<readonly ExportRow[]> {
  try {
    yield first.map(rowOf);
    for await (const records of rest) yield records.map(rowOf);
  } finally {
    await rest.return(undefined); // also when nobody wanted more than the first
  }
}

const rowOf =
  (columns: readonly ListColumn[], weights: WeightTable) =>
  (record: DealRecord): ExportRow =>
    columns.map(({ cell }) => cell(record, weights));
