import { type PastChange, type PastKey, restoredKeys, sampleToBringBack } from './restored-keys.js';

const edit = (...keys: PastKey[]): PastChange => ({ kind: 'edit', keys });
const removal = (...keys: PastKey[]): PastChange => ({ kind: 'sample_removed', keys });

const POA = 'intro_poa.poa';
const INTRO = 'intro_poa.intro';

it('undoes all changes at once, and leaves what nobody changed', () => {
  const changes = [edit({ key: POA, before: 12, after: 14 }), edit({ key: POA, after: 12 })];
  expect(restoredKeys({ intro_poa: { intro: 20, poa: 14 }, notes: 'ours' }, changes)).toEqual([
    { key: POA, before: 14 },
  ]);
  expect(restoredKeys({ intro_poa: { poa: 14 } }, [])).toEqual([]);
});

it('makes a target of the sample the sample’s again while the sample is there', () => {
  const changes = [
    edit({ key: POA, before: 15, after: 16 }, { key: INTRO, before: 20, after: 21 }),
    edit({ key: POA, before: 14, after: 15, was_sample: true }),
  ];
  expect(restoredKeys({ intro_poa: { intro: 21, poa: 16 } }, changes)).toEqual([
    { key: 'intro_poa.intro', before: 21, after: 20 },
    { key: POA, before: 16, after: 14, is_sample: true },
  ]);
});

it('restores no target that was removed with the sample, nor the sample’s value of one that was set', () => {
  const changes = [
    edit({ key: 'upsell_renew.upsells_target', after: 3 }),
    removal({ key: INTRO, before: 20 }),
    edit({ key: POA, before: 14, after: 15, was_sample: true }),
  ];
  expect(restoredKeys({ intro_poa: { poa: 15 }, upsell_renew: { upsells_target: 3 } }, changes)).toEqual([
    { key: POA, before: 15 },
    { key: 'upsell_renew.upsells_target', before: 3 },
  ]);
});

it('restores what somebody had set between a sample target and its return', () => {
  const changes = [
    removal({ key: POA, before: 14, was_sample: true }),
    { kind: 'restore', keys: [{ key: POA, before: 20, after: 14 }] },
  ];
  expect(restoredKeys({}, changes)).toEqual([{ key: POA, after: 20 }]);
});

describe('a sample that comes back', () => {
  const left = removal(
    { key: POA, before: 14, was_sample: true },
    { key: INTRO, before: 20, was_sample: true },
  );

  it('brings its targets along, but for those that somebody has set since', () => {
    expect(sampleToBringBack({ intro_poa: { poa: 9 } }, [edit({ key: POA, after: 9 }), left])).toEqual([
      { key: INTRO, after: 20, is_sample: true },
    ]);
  });

  it('brings nothing twice, nor what never left', () => {
    const back: PastChange = { kind: 'sample_restored', keys: [{ key: POA, after: 14 }] };
    expect(sampleToBringBack({}, [back, left])).toEqual([]);
    expect(sampleToBringBack({}, [edit({ key: POA, before: 1 })])).toEqual([]);
  });

  it('is part of what an earlier revision had, as before it left', () => {
    const stored = { intro_poa: { poa: 14, intro: 21 } };
    const back: PastChange = {
      kind: 'sample_restored',
      keys: [
        { key: POA, after: 14 },
        { key: INTRO, after: 20 },
      ],
    };
    const changes = [edit({ key: INTRO, before: 20, after: 21, was_sample: true }), back, left];
    expect(restoredKeys(stored, changes)).toEqual([{ key: INTRO, before: 21, after: 20, is_sample: true }]);
  });
});
