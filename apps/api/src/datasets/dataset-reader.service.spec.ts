import { CollectionMovedError, DatasetReader } from './dataset-reader.service.js';
import type { Dataset } from './dataset.js';

const dataset = {
  view: { name: 'Signal', collection: 'sales_records_signal' },
  state: { uuid: 'a' },
  refs: { at: (position: number) => position },
} as unknown as Dataset;

const reader = (byIds: () => Promise<object[]>, uuid = 'a') =>
  new DatasetReader({} as never, { uuidOf: () => Promise.resolve(uuid) } as never, { byIds } as never);

describe('records at positions of a dataset', () => {
  it('are those of its collection', async () => {
    const found = [{ client: 'Acme' }];
    expect(await reader(() => Promise.resolve(found)).recordsAt(dataset, [0])).toBe(found);
  });

  it.each([
    ['of another collection under its name', reader(() => Promise.resolve([{}]), 'b')],
    ['of which one is gone', reader(() => Promise.resolve([]))],
    ['whose cursor a rename ended', reader(() => Promise.reject(withCode(175)))],
    ['whose collection was dropped', reader(() => Promise.reject(withCode(26)))],
  ])('%s have moved', async (_, moved) => {
    await expect(moved.recordsAt(dataset, [0])).rejects.toThrow(CollectionMovedError);
  });

  it('that cannot be read for another reason say why', async () => {
    await expect(reader(() => Promise.reject(withCode(13))).recordsAt(dataset, [0])).rejects.toThrow('13');
  });
});

const withCode = (code: number) => Object.assign(new Error(`It failed with ${code}.`), { code });
