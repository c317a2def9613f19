import { markSample } from '../../targets/sample-targets.js';
import { resolveTargets } from '../../targets/resolve.js';
import { asking } from '../../testing/asking.js';
import { sampleTargeted, withoutSampleTargets, withSampleTargets } from './sample-target-notes.js';

const STORED = { intro_poa: { intro: 20, poa: 14 }, revenue_2026: { jul: 100, dec: 200 } };
const targets = markSample(resolveTargets(STORED), ['intro_poa.poa', 'revenue_2026.dec']);
const METRICS = [
  'poa.generated',
  'intros.attended',
  'revenue.ytd',
  'revenue.remaining',
  'deals.active',
] as const;

it('finds the metrics whose target came with the sample, wholly or in part', () => {
  expect(sampleTargeted(METRICS, asking(), targets)).toEqual([
    'poa.generated',
    'revenue.ytd',
    'revenue.remaining',
  ]);
});

it('finds none under a filter, which has no target, and none without targets', () => {
  expect(sampleTargeted(METRICS, asking({ filters: { owner: ['Ann'] } }), targets)).toEqual([]);
  expect(sampleTargeted(METRICS, asking(), null)).toEqual([]);
});

it('says it after what else is said, and takes it away again', () => {
  const small = { kind: 'small', deals: 3, pipe: null } as const;
  const notes = withSampleTargets({ 'relevance.rate': [small] }, ['relevance.rate', 'poa.generated']);
  expect(notes['relevance.rate']?.map(({ kind }) => kind)).toEqual(['small', 'sample_target']);
  expect(notes['poa.generated']).toEqual([{ kind: 'sample_target', deals: null, pipe: null }]);
  expect(withoutSampleTargets(notes)).toEqual({ 'relevance.rate': [small] });
});
