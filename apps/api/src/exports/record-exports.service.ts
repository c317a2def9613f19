import { Injectable } from '@nestjs/common';
import type { DealRecord } from '@app/contracts';
import { DEAL_COLUMNS, type ExportColumn, type RecordRef } from '@app/domain';
import type { Ground } from '../asked/answers.service.js';
import { DealsService } from '../sales-records/deals.service.js';
import type { RecordList } from '../sales-records/record-pages.service.js';
import type { StoredView } from '../views/stored-view.js';
import type { ExportRow, ExportTable } from './export-table.js';

const BATCH = 1000;
const VIEW: ExportColumn = { label: 'View', kind: 'text' };

/** Lists of records as files: the columns of the sheet, and on Master the view that each record came from. */
@Injectable()
export class RecordExportsService {
  constructor(private readonly deals: DealsService) {}

  /** The whole list. Its first batch is read before it is answered: until then a publish is followed, as by pages. */
  async table(view: StoredView, list: RecordList): Promise<ExportTable> {
    const { ground, refs, first } = await this.deals.steadily(view, async (ground) => {
      const refs = list.select(ground);
      return { ground, refs, first: await this.read(ground, refs.slice(0, BATCH), list) };
    });
    const columns = view.isMaster ? [VIEW, ...DEAL_COLUMNS] : DEAL_COLUMNS;
    return { columns, batches: this.batches(ground, { refs, first }, list) };
  }

  /**
   * @throws CollectionMovedError when a publish replaces the data on the way: the file ends there, broken for the
   *   reader to see, rather than go on with other data
   */
  private async *batches(
    ground: Ground,
    { refs, first }: { refs: readonly RecordRef[]; first: readonly ExportRow[] },
    list: RecordList,
  ): AsyncGenerator<readonly ExportRow[]> {
    yield first;
    for (let at = BATCH; at < refs.length; at += BATCH)
      yield await this.read(ground, refs.slice(at, at + BATCH), list);
  }

  private async read(
    ground: Ground,
    refs: readonly RecordRef[],
    { clock }: RecordList,
  ): Promise<ExportRow[]> {
    const records = await this.deals.records(ground, refs, clock);
    const hasView = ground.view.isMaster;
    return records.map((record) => (hasView ? [record.view_name, ...cellsOf(record)] : cellsOf(record)));
  }
}

const cellsOf = (record: DealRecord): ExportRow => DEAL_COLUMNS.map(({ field }) => record[field]);
