import type { DealRecord } from '@app/contracts';
import type { RecordRef, Slices } from '@app/domain';
import type { Snapshot } from '../questions/answers.service.js';
import type { DealsService } from '../sales-records/deals.service.js';
import type { RecordList } from '../sales-records/record-pages.service.js';
import type { StoredView } from '../views/stored-view.js';
import type { DealBatchesService } from './deal-batches.service.js';
import { EXPORT_FORMATS } from './export-formats.js';
import { RecordExportsService } from './record-exports.service.js';

/** A list of so many records; nothing is read of them before they are counted. */
function listOf(length: number) {
  const select = function* (): Slices<readonly RecordRef[]> {
    yield;
    return new Array<RecordRef>(length).fill({ set: 0, position: 0 });
  };
  return { list: { select, question: [], clock: {} } as unknown as RecordList, read: { batches: 0 } };
}

function exportsWith(read: { batches: number }): RecordExportsService {
  const deals = {
    steadily: <Result>(_: StoredView, work: (snapshot: Snapshot) => Promise<Result>) => work({} as Snapshot),
  } as DealsService;
  const batches = {
    async *of(): AsyncGenerator<DealRecord[]> {
      read.batches += 1;
      yield await Promise.resolve([]);
    },
  } as unknown as DealBatchesService;
  return new RecordExportsService(deals, batches);
}

const VIEW = { isMaster: false } as StoredView;

describe('the rows of a file', () => {
  it('are no more than a sheet of Excel holds, its header included', async () => {
    const { list, read } = listOf(1_048_575);
    await exportsWith(read).table(VIEW, list, { format: EXPORT_FORMATS.xlsx, columns: [] });
    expect(read.batches).toBe(1);
  });

  it('are counted before the first of them is read', async () => {
    const { list, read } = listOf(1_048_576);
    await expect(
      exportsWith(read).table(VIEW, list, { format: EXPORT_FORMATS.xlsx, columns: [] }),
    ).rejects.toMatchObject({
      reason: 'not_offered',
      message:
        'The list has 1,048,576 rows and a sheet of Excel holds 1,048,575 below its header: filter the list, or export it as CSV.',
      errors: [{ field: 'format' }],
    });
    expect(read.batches).toBe(0);
  });

  it('of a CSV file are as many as there are', async () => {
    const { list, read } = listOf(1_048_576);
    await exportsWith(read).table(VIEW, list, { format: EXPORT_FORMATS.csv, columns: [] });
    expect(read.batches).toBe(1);
  });
});
