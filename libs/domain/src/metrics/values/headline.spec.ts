import fc from 'fast-check';
import { aDealWith, someDeals } from '../../testing/deals.js';
import { day } from '../../period/day.js';
import { DEFAULT_WEIGHTS } from '../../weighting/index.js';
import { headline, stageChanges } from './headline.js';

const CLOCK = { asOf: day('2026-11-22'), weights: DEFAULT_WEIGHTS, revenueSpan: 'year' } as const;
const ACME = aDealWith({ client: 'Acme', stage: 'C Proposal sent', pipeline: 100.5 });
const BETA = aDealWith({
  client: 'Beta',
  stage: 'A Closed',
  expected_arr: 40,
  billing_start: day('2026-03-01'),
});
const ODD = aDealWith({ client: 'Odd', stage: 'On hold', pipeline: 7 });

it('tells the metrics of both states', () => {
  const found = headline([ACME], [ACME, BETA, ODD], CLOCK);
  const valuesOf = (wanted: string) => {
    const metric = found.find(({ id }) => id === wanted);
    return [metric?.before, metric?.after, metric?.unit];
  };
  expect(valuesOf('pipe.active')).toEqual([100.5, 100.5, 'money']);
  expect(valuesOf('deals.open')).toEqual([1, 1, 'count']);
  expect(valuesOf('revenue.ytd')).toEqual([0, 40, 'money']);
});

it('tells deals and value by stage, those that nobody knows together', () => {
  const changes = stageChanges([ACME, ODD], [{ ...ACME, stage: 'B Legals' }, BETA, aDealWith({})]);
  expect(changes.toSorted((one, other) => (one.stage < other.stage ? -1 : 1))).toEqual([
    { stage: '', deals_before: 0, deals_after: 1, value_before: 0, value_after: 0 },
    { stage: 'A Closed', deals_before: 0, deals_after: 1, value_before: 0, value_after: 40 },
    { stage: 'B Legals', deals_before: 0, deals_after: 1, value_before: 0, value_after: 100.5 },
    { stage: 'C Proposal sent', deals_before: 1, deals_after: 0, value_before: 100.5, value_after: 0 },
    { stage: 'other', deals_before: 1, deals_after: 0, value_before: 7, value_after: 0 },
  ]);
});

it('adds up to all deals', () => {
  fc.assert(
    fc.property(someDeals(), someDeals(), (before, after) => {
      const stages = stageChanges(before, after);
      const sum = (of: (stage: (typeof stages)[number]) => number) =>
        stages.reduce((total, stage) => total + of(stage), 0);
      expect([sum((each) => each.deals_before), sum((each) => each.deals_after)]).toEqual([
        before.length,
        after.length,
      ]);
      expect(headline(before, before, CLOCK).every((each) => each.before === each.after)).toBe(true);
    }),
  );
});
