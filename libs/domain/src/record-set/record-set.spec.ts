import fc from 'fast-check';
import { day } from '../period/day.js';
import { aDealWith, someDeals } from '../testing/deals.js';
import { factsOf, packFacts } from './facts.js';
import { shownSpellings } from './names.js';
import { NO_DAY } from './record-set.js';
import { recordSetOf } from './record-set-builder.js';

const owners = (...names: (string | null)[]) =>
  recordSetOf(names.map((owner) => aDealWith({ owner }))).names.owner.names;

describe('record set', () => {
  it('keeps days and whole cents at their positions', () => {
    const set = recordSetOf([
      aDealWith({ discovery_date: day('2026-11-01'), pipeline: 10.05, expected_arr: 0 }),
      aDealWith({ expected_arr: 1.1 }),
    ]);
    expect([...set.days.discovery_date]).toEqual([day('2026-11-01'), NO_DAY]);
    expect([...set.cents.pipeline]).toEqual([1005, Number.NaN]);
    expect([...set.cents.value]).toEqual([1005, 110]);
  });

  it('packs the facts of a deal without losing any', () => {
    const deal = aDealWith({
      stage: 'C Proposal sent',
      relevance: 'Relevant',
      type_of_deal: 'Renewal',
      type_of_source: 'Client referral',
      pipeline: 5,
    });
    expect(factsOf(packFacts(deal))).toEqual({
      stage: 'C Proposal sent',
      category: 'open',
      show: null,
      relevance: 'Relevant',
      type: 'Renewal',
      source: 'Client referral',
      group: 'referral',
      attended: true,
      hasPipe: true,
      hasArr: false,
    });
  });

  it('calls every unknown value other', () => {
    const facts = factsOf(
      packFacts(aDealWith({ stage: 'X', type_of_deal: 'Y', type_of_source: 'Z', show_noshow: 'W' })),
    );
    expect(facts).toMatchObject({
      stage: 'other',
      category: 'other',
      type: 'other',
      group: 'other',
      attended: false,
    });
  });

  it('gives each record the class of its facts', () => {
    fc.assert(
      fc.property(someDeals(), (deals) => {
        const set = recordSetOf(deals);
        deals.forEach((deal, position) => {
          const facts = set.classes[set.classOf[position] ?? -1];
          expect(facts).toEqual(factsOf(packFacts(deal)));
          expect(facts?.hasArr).toBe((deal.expected_arr ?? 0) > 0);
        });
      }),
    );
  });

  it('takes at most 64 bytes for each record', () => {
    const set = recordSetOf(Array.from({ length: 2000 }, (_, at) => aDealWith({ client: `Client ${at}` })));
    const columns = [
      set.classOf,
      set.clientOf,
      ...Object.values(set.days),
      ...Object.values(set.cents),
      ...Object.values(set.names).map(({ codes }) => codes),
    ];
    const bytes = columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(bytes / set.size).toBeLessThanOrEqual(64);
  });
});

describe('names', () => {
  it('shows the most frequent spelling', () => {
    expect(shownSpellings([owners('REMI', 'Rémi', null, 'Rémi')])).toEqual(new Map([['remi', 'Rémi']]));
  });

  it('shows the first spelling on a tie', () => {
    expect(shownSpellings([owners('Ines', 'Inès')]).get('ines')).toBe('Ines');
  });

  it('counts spellings over several datasets', () => {
    const shown = shownSpellings([owners('Ines', 'Ines'), owners('Inès', 'Inès', 'Inès')]);
    expect(shown.get('ines')).toBe('Inès');
  });
});
