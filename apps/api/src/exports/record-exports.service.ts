import { Injectable, Logger } from '@nestjs/common';
import type { DealRecord } from '@app/contracts';
import type { WeightTable } from '@app/domain';
import { CollectionMovedError } from '../datasets/dataset-reader.service.js';
import { inTurns } from '../questions/in-turns.js';
import { Refusal } from '../refusals/refusal.js';
import { DealsService } from '../sales-records/deals.service.js';
import type { RecordList } from '../sales-records/record-pages.service.js';
import type { StoredView } from '../views/stored-view.js';
import { DealBatchesService } from './deal-batches.service.js';
import { checkRows, type ExportFormat } from './export-formats.js';
import type { ExportRow, ExportTable } from './export-table.js';
import type { ListColumn } from './list-columns.js';

/** Rows of a file that are read before it is answered: some megabytes, and more than most views have. */
const READ_AHEAD = 10_000;

/** Lists of records as files. */
@Injectable()
export class RecordExportsService {
  private readonly log = new Logger('Exports');

  constructor(
    private readonly deals: DealsService,
    private readonly batches: DealBatchesService,
  ) {}

  /**
   * The whole list. Its first records are read before it is answered, of most lists all: until then a publish is
   * followed, as pages do, and later ones do not matter. Of a longer list a later publish ends the rows: the file
   * breaks off rather than going on with other data.
   */
  async table(
    view: StoredView,
    list: RecordList,
    { format, columns }: { format: ExportFormat; columns: readonly ListColumn[] },
  ): Promise<ExportTable> {
    const rowsOf = (records: readonly DealRecord[]) => records.map(rowOf(columns, list.clock.weights));
    const { first, rest } = await this.deals.steadily(view, async (snapshot) => {
      const refs = await inTurns(list.select(snapshot));
      checkRows(format, refs.length);
      const rest = this.batches.of(snapshot, refs, list.clock);
      return { first: await readAhead(rest, rowsOf), rest };
    });
    return { columns, batches: this.rows(view, first, rest, rowsOf) };
  }

  private async *rows(
    view: StoredView,
    first: readonly ExportRow[],
    rest: AsyncGenerator<DealRecord[]>,
    rowsOf: (records: readonly DealRecord[]) => ExportRow[],
  ): AsyncGenerator<readonly ExportRow[]> {
    try {
      yield first;
      for await (const records of rest) yield rowsOf(records);
    } catch (error) {
      if (!(error instanceof CollectionMovedError)) throw error;
      this.log.log(`A file of ${view.name} broke off: its data was replaced while it was sent.`);
      throw new Refusal(
        'unavailable',
        `The data of ${view.name} was replaced while the file was made. Export it again.`,
      );
    } finally {
      await rest.return(undefined); // also when nobody wanted more than the first
    }
  }
}

async function readAhead(
  batches: AsyncGenerator<DealRecord[]>,
  rowsOf: (records: readonly DealRecord[]) => ExportRow[],
): Promise<ExportRow[]> {
  const rows: ExportRow[] = [];
  while (rows.length < READ_AHEAD) {
    const batch = await batches.next();
    if (batch.done) break;
    for (const row of rowsOf(batch.value)) rows.push(row);
  }
  return rows;
}

const rowOf =
  (columns: readonly ListColumn[], weights: WeightTable) =>
  (record: DealRecord): ExportRow =>
    columns.map(({ cell }) => cell(record, weights));
