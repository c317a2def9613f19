import { GrowingColumn } from './growing.js';

describe('GrowingColumn', () => {
  it.each([0, 1, 1024, 1025, 3072, 3073, 100_000])('keeps %i values in their order', (count) => {
    const column = new GrowingColumn((length) => new Float64Array(length));
    const values = Array.from({ length: count }, (_, at) => at / 3);
    for (const value of values) column.push(value);
    expect([...column.build()]).toEqual(values);
  });

  it('takes little more room than its values', () => {
    let room = 0;
    const column = new GrowingColumn((length) => {
      room += length;
      return new Uint32Array(length);
    });
    const count = 262_145;
    for (let at = 0; at < count; at++) column.push(at);
    expect(room).toBeLessThan(count * 1.2);
  });
});
