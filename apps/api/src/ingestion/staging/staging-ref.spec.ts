import { stagingName } from './staging-ref.js';

const RUN = '0f6b5cf1-5a0e-4a3c-9a0b-3d9b5a3f8d10';

describe('stagingName', () => {
  it('is the name of the collection and of the run', () => {
    expect(stagingName('sales', 'sales_records', RUN)).toBe(`sales_records__staging_${RUN}`);
  });

  it('fits a namespace with the names of its indexes, for every collection that is named here', () => {
    const longest = stagingName('d'.repeat(63), 'c'.repeat(120), RUN);
    expect(longest).toBe(`${'c'.repeat(120)}__staging_${RUN}`);
    expect(`${'d'.repeat(63)}.${longest}.$type_of_source_1`.length).toBeLessThanOrEqual(255);
  });

  it('shortens the name of a longer collection, never that of the run', () => {
    const name = stagingName('sales_analytics', 'c'.repeat(239), RUN);
    expect(`sales_analytics.${name}`).toHaveLength(255);
    expect(name.endsWith(`__staging_${RUN}`)).toBe(true);
  });
});
