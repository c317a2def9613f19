import { type Match, matchInPasses, type MatchPass } from '../data-structures/match-passes.js';
import type { DealRow } from '../deal/deal.js';
import { fold, isLink } from '../normalise/index.js';

/** What a deal, and an incoming row, is recognised by. */
export type Identifiable = Pick<DealRow, 'client' | 'stage' | 'hubspot_link'>;

/** What made a row a deal that is there, the surest first. */
const MATCH_KINDS = ['link', 'client_stage', 'client'] as const;

/** What made a row a deal that is there. */
export type MatchKind = (typeof MATCH_KINDS)[number];

/** The deal that a row is: its position among the existing deals, and how it was recognised. */
export type DealMatch = Match<MatchKind>;

/**
 * Which deal each row is, so that it keeps its id: by link (text that is none, and one used twice, identifies no deal), then by client and
 * stage (alike deals in their order), then by client alone where that is unique on both sides among what is still
 * unmatched. A deal is taken once.
 *
 * @param existing deals of the view, normalised, in their order
 * @param incoming rows of the sheet, normalised, in their order
 * @param kinds what rows may be recognised by; everything unless said
 * @returns the deal each row is, in the order of `incoming`; null for a new one
 * @see docs/domain.md, sections 8 and 9
 */
export function matchDeals(
  existing: readonly Identifiable[],
  incoming: readonly Identifiable[],
  kinds: readonly MatchKind[] = MATCH_KINDS,
): (DealMatch | null)[] {
  return matchInPasses(
    existing,
    incoming,
    kinds.map((by) => PASSES[by]),
  );
}

const PASSES: Readonly<Record<MatchKind, MatchPass<Identifiable, Identifiable, MatchKind>>> = {
  link: pass('link', ({ hubspot_link }) => (isLink(hubspot_link) ? fold(hubspot_link) : null)),
  client_stage: pass('client_stage', ({ client, stage }) => `${fold(client)}\n${fold(stage)}`),
  client: pass('client', ({ client }) => fold(client)),
};

/** A pass whose key is made alike on both sides. */
function pass(by: MatchKind, keyOf: (deal: Identifiable) => string | null) {
  return { by, ofExisting: keyOf, ofIncoming: keyOf, alike: by === 'client_stage' ? [] : null };
}
