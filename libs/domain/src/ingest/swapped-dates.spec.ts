import fc from 'fast-check';
import type { Deal } from '../deal/deal.js';
import { civil, day, dayOf } from '../period/day.js';
import { aDealWith } from '../testing/deals.js';
import { swappedDates } from './swapped-dates.js';

const dealWith = (fields: Partial<Deal>): Deal => ({ ...aDealWith(fields), id: 'a' });

/** What is found where the discovery dates of deals go from the first of a pair to the second. */
function found(pairs: readonly (readonly [string | null, string | null])[]) {
  const dated = (text: string | null) => dealWith({ discovery_date: text === null ? null : day(text) });
  return swappedDates(
    pairs.map(([before]) => dated(before)),
    pairs.map(([, after], continues) => ({ deal: dated(after), continues })),
  );
}

const SWAPPED = ['2026-06-08', '2026-08-06'] as const;
const MOVED = ['2026-06-08', '2026-06-09'] as const;
const SAME = ['2026-06-08', '2026-06-08'] as const;
const times = <One>(count: number, one: One) => Array.from({ length: count }, () => one);

it.each([
  ['three', times(3, SWAPPED), { count: 3, of: 3 }],
  ['two', times(2, SWAPPED), null],
  ['half of those that change', [...times(3, SWAPPED), ...times(3, MOVED)], { count: 3, of: 6 }],
  ['fewer than half of them', [...times(3, SWAPPED), ...times(4, MOVED)], null],
  ['a tenth of all', [...times(3, SWAPPED), ...times(27, SAME)], { count: 3, of: 30 }],
  ['less than a tenth', [...times(3, SWAPPED), ...times(28, SAME)], null],
  ['dates that are the same both ways', times(9, ['2026-06-06', '2026-06-06'] as const), null],
])('%s', (_, pairs, expected) => {
  expect(found(pairs)).toEqual(expected === null ? [] : [{ column: 'discovery_date', ...expected }]);
});

it('counts only deals that were there, and have the date before and afterwards', () => {
  const pairs = [...times(3, SWAPPED), [null, '2026-08-06'], ['2026-06-08', null]] as const;
  expect(found(pairs)).toEqual([{ column: 'discovery_date', count: 3, of: 3 }]);
  const after = dealWith({ discovery_date: day('2026-08-06') });
  const before = [dealWith({ discovery_date: day('2026-06-08') })];
  expect(swappedDates(before, times(3, { deal: after, continues: null }))).toEqual([]);
});

const dates = fc.array(fc.integer({ min: day('2025-01-01'), max: day('2027-12-31') }), { maxLength: 40 });

it('sees a column that is read in the other order, and none that is not', () => {
  const turned = (value: number) => {
    const { year, month, date } = civil(value);
    return dayOf(year, date, month) ?? value;
  };
  fc.assert(
    fc.property(dates, (values) => {
      const before = values.map((poa_date) => dealWith({ poa_date }));
      const read = (order: (value: number) => number) =>
        swappedDates(
          before,
          values.map((value, continues) => ({ deal: dealWith({ poa_date: order(value) }), continues })),
        );
      const count = values.filter((value) => turned(value) !== value).length;
      const isMany = count >= 3 && count * 10 >= values.length;
      expect(read(turned)).toEqual(isMany ? [{ column: 'poa_date', count, of: values.length }] : []);
      expect(read((value) => value)).toEqual([]);
    }),
  );
});
