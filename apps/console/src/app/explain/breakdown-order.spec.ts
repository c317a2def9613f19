import type { Breakdown, Dimension } from '@app/contracts';
import { inOrder, orderOf } from './breakdown-order';

const breakdown = (by: Dimension, parts: readonly (readonly [string | null, number | null])[]) =>
  ({
    by,
    rows: parts.map(([key, value]) => ({ key, label: key ?? '', value })),
    total: null,
  }) as unknown as Breakdown;
const keysOf = ({ rows }: Breakdown) => rows.map(({ key }) => key);

describe('the order of a breakdown', () => {
  it('is that of its numbers, the largest first, what has none after all others, unassigned last', () => {
    const parts = [
      ['ana', 3],
      ['bo', null],
      ['cy', 9],
      ['di', 3],
      [null, 80],
    ] as const;
    expect(keysOf(inOrder(breakdown('owner', parts)))).toEqual(['cy', 'ana', 'di', 'bo', null]);
    expect(orderOf('owner')).toBe('-value');
  });

  it('has the source of none last, as tables have', () => {
    const parts = [
      ['unassigned', 9],
      ['event', 1],
      ['inbound', 4],
    ] as const;
    expect(keysOf(inOrder(breakdown('source_group', parts)))).toEqual(['inbound', 'event', 'unassigned']);
  });

  it('is the calendar for months, whatever their numbers', () => {
    const parts = [
      ['2026-07', 1],
      ['2026-08', 9],
      ['2026-09', 4],
    ] as const;
    expect(keysOf(inOrder(breakdown('month', parts)))).toEqual(['2026-07', '2026-08', '2026-09']);
    expect([orderOf('month'), orderOf('stage')]).toEqual(['', '']);
  });
});
