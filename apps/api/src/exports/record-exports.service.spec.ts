import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { DealRecord } from '@app/contracts';
import { CollectionMovedError } from '../datasets/dataset-reader.service.js';
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

const VIEW = { name: 'Signal', isMaster: false } as StoredView;

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

describe('a publish while a file is made', () => {
  const moved = () => new CollectionMovedError('The data moved.');
  const A_BATCH = 1000;

  /** Reads batches; the data moves as often as said, each time after so many of them. */
  function moving({
    batches,
    movesAfter,
    moves = Infinity,
  }: Record<'batches' | 'movesAfter', number> & { moves?: number }) {
    const read = { begun: 0, batches: 0 };
    const deals = {
      steadily: async <Result>(_: StoredView, work: (snapshot: Snapshot) => Promise<Result>) => {
        for (;;) {
          try {
            return await work({} as Snapshot);
          } catch (error) {
            if (!(error instanceof CollectionMovedError)) throw error;
          }
        }
      },
    } as DealsService;
    const source = {
      async *of(): AsyncGenerator<DealRecord[]> {
        read.begun += 1;
        const isMoving = read.begun <= moves;
        for (let batch = 0; batch < batches; batch += 1) {
          if (isMoving && batch === movesAfter) throw moved();
          read.batches += 1;
          yield await Promise.resolve(new Array<DealRecord>(A_BATCH).fill({} as DealRecord));
        }
      },
    } as unknown as DealBatchesService;
    return { read, exports: new RecordExportsService(deals, source) };
  }

  async function rowsOf(exports: RecordExportsService, told: { rows: number }) {
    const { list } = listOf(1);
    const { batches } = await exports.table(VIEW, list, { format: EXPORT_FORMATS.csv, columns: [] });
    for await (const rows of batches) told.rows += rows.length;
    return told.rows;
  }

  it('begins it again while nothing of it was sent', async () => {
    const { read, exports } = moving({ batches: 9, movesAfter: 8, moves: 2 });
    expect(await rowsOf(exports, { rows: 0 })).toBe(9 * A_BATCH);
    expect(read.begun).toBe(3);
  });

  it('does not matter for a list of usual length: it is read before it is answered', async () => {
    const { read, exports } = moving({ batches: 10, movesAfter: 10 });
    await exports.table(VIEW, listOf(1).list, { format: EXPORT_FORMATS.csv, columns: [] });
    expect(read.batches).toBe(10);
  });

  it('breaks off a longer one, which is said and is no fault', async () => {
    const told = jest.spyOn(Logger.prototype, 'log').mockReturnValue();
    const { exports } = moving({ batches: 20, movesAfter: 15 });
    const sent = { rows: 0 };
    await expect(rowsOf(exports, sent)).rejects.toMatchObject({
      reason: 'unavailable',
      message: 'The data of Signal was replaced while the file was made. Export it again.',
    });
    expect(sent.rows).toBe(15 * A_BATCH);
    expect(told).toHaveBeenCalledWith('A file of Signal broke off: its data was replaced while it was sent.');
  });
});
