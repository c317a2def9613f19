import fc from 'fast-check';
import { resolveMasterTargets, resolveTargets } from './resolve.js';
import { bareOrigin, isSampleOrigin, markSample, sampleKeys, sampleOrigin } from './sample-targets.js';

const STORED = {
  revenue_2026: { nov: 500_000, dec: 516_000 },
  intro_poa: { intro: 20, poa: 14 },
  meeting_generation: { inbound: 6, outbound: 8 },
};
const SAMPLE = [
  { key: 'revenue_2026.nov', value: 500_000 },
  { key: 'intro_poa.poa', value: 12 },
  { key: 'intro_poa.gone', value: 3 },
  { key: 'meeting_generation.inbound', value: 6 },
];
const marked = markSample(resolveTargets(STORED), sampleKeys(STORED, SAMPLE));

it('finds the targets that still are as the sample set them', () => {
  expect(sampleKeys(STORED, SAMPLE)).toEqual(['revenue_2026.nov', 'meeting_generation.inbound']);
  expect(sampleKeys(undefined, SAMPLE)).toEqual([]);
});

it('marks targets by their origin, sums of which a part is the sample too', () => {
  expect(marked.revenue['2026']?.[10]).toEqual({ value: 500_000, origin: 'sample: revenue_2026.nov' });
  expect(marked.revenue['2026']?.[11]?.origin).toBe('revenue_2026.dec');
  expect(marked.keys.poa).toEqual({ value: 14, origin: 'intro_poa.poa' });
  expect(marked.keys.meetings).toEqual({
    value: 14,
    origin: 'sample: meeting_generation.inbound + meeting_generation.outbound',
  });
});

it('marks what views with a sample add up to, and not what a master has itself', () => {
  const master = resolveMasterTargets({ meeting_generation: { inbound: 9 } }, [
    marked,
    resolveTargets(STORED),
  ]);
  expect(master.revenue['2026']?.[10]).toEqual({ value: 1_000_000, origin: 'sample: sum of views' });
  expect(master.revenue['2026']?.[11]?.origin).toBe('sum of views');
  expect(master.keys.inbound).toEqual({ value: 9, origin: 'meeting_generation.inbound' });
});

it('marks an origin once, and gives the bare origin back', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.startsWith('sample: ')),
      (origin) => {
        const once = sampleOrigin(origin);
        expect([isSampleOrigin(origin), isSampleOrigin(once), isSampleOrigin(null)]).toEqual([
          false,
          true,
          false,
        ]);
        expect([sampleOrigin(once), bareOrigin(once), bareOrigin(origin)]).toEqual([once, origin, origin]);
      },
    ),
  );
});
