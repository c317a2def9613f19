import fc from 'fast-check';
import type { DealRow } from '../deal/deal.js';
import { DEAL_TYPES, RELEVANCES, SHOW_NOSHOW, SOURCES, STAGES } from '../normalise/vocabularies.js';
import { day } from '../period/day.js';

/** A deal with nothing in it but what is named. */
export function aDealWith(fields: Partial<DealRow>): DealRow {
  return { ...NOTHING, ...fields };
}

const NOTHING: DealRow = {
  month: null,
  discovery_date: null,
  client: 'Acme',
  hubspot_link: null,
  stage: '',
  relevance: null,
  show_noshow: null,
  poa_date: null,
  expected_mrr: null,
  expected_arr: null,
  pipeline: null,
  type_of_deal: null,
  bdr: null,
  type_of_source: null,
  product: null,
  owner: null,
  supporters: null,
  billing_start: null,
};

const oneOf = <Value>(...values: Value[]) => fc.constantFrom(...values);
const aDate = () =>
  fc.option(fc.integer({ min: day('2025-11-01'), max: day('2027-02-01') }), { freq: 6, nil: null });
const anAmount = () =>
  fc.option(
    fc.oneof(
      fc.integer({ min: -5_000_00, max: 500_000_00 }).map((cents) => cents / 100),
      fc.constant(0),
    ),
    { freq: 4, nil: null },
  );
const aPerson = () => oneOf(null, 'Rémi', 'REMI', 'remi', 'Zoé', 'Inès', 'Ines ', 'Marcus Aurelius');

/** A normalised deal of any kind around 2026: known and unknown values, missing and negative ones. */
const aDeal = (): fc.Arbitrary<DealRow> =>
  fc.record({
    month: fc.constant(null),
    discovery_date: aDate(),
    client: oneOf('Acme', 'ACME', 'Acmé', 'Globex', 'Initech', 'Umbrella', 'Hooli'),
    hubspot_link: fc.constant(null),
    stage: oneOf(...STAGES.values, '', 'Some stage'),
    relevance: oneOf(...RELEVANCES.values, null, 'Perhaps'),
    show_noshow: oneOf(...SHOW_NOSHOW.values, null, null, 'Rescheduled'),
    poa_date: aDate(),
    expected_mrr: anAmount(),
    expected_arr: anAmount(),
    pipeline: anAmount(),
    type_of_deal: oneOf(...DEAL_TYPES.values, null, 'Pilot'),
    bdr: aPerson(),
    type_of_source: oneOf(...SOURCES.values, null, 'Billboard'),
    product: oneOf(null, 'Audit', 'AUDIT', 'Growth Plan'),
    owner: aPerson(),
    supporters: fc.constant(null),
    billing_start: aDate(),
  });

/** A dataset. */
export const someDeals = (maxLength = 60) => fc.array(aDeal(), { maxLength });
