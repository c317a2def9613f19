import type { Deal } from '../deal/deal.js';

/** What a stage means for a pipeline; `other` is a stage nobody declared. */
export type StageCategory = 'open' | 'won' | 'stalled' | 'lost' | 'not_relevant' | 'other';

/** The group a source counts in; every deal has exactly one. */
export type SourceGroup =
  'inbound' | 'outbound' | 'referral' | 'event' | 'partner' | 'upsell' | 'unassigned' | 'other';

/** Source groups in the order screens show them. @see docs/domain.md, section 2 */
export const SOURCE_GROUPS: readonly SourceGroup[] = [
  'inbound',
  'outbound',
  'referral',
  'event',
  'partner',
  'upsell',
  'unassigned',
  'other',
];

const CATEGORIES = new Map<string, StageCategory>([
  ['F Inbox', 'open'],
  ['E Intro attended', 'open'],
  ['D POA Booked', 'open'],
  ['C Proposal sent', 'open'],
  ['B Legals', 'open'],
  ['A Closed', 'won'],
  ['G Stalled', 'stalled'],
  ['H Lost - can be revived', 'lost'],
  ['Lost', 'lost'],
  ['Not Relevant', 'not_relevant'],
]);

const GROUPS = new Map<string, SourceGroup>([
  ['Inbound', 'inbound'],
  ['Outbound', 'outbound'],
  ['Referral', 'referral'],
  ['Internal referral', 'referral'],
  ['External referral', 'referral'],
  ['Client referral', 'referral'],
  ['Event', 'event'],
  ['Partnership', 'partner'],
  ['Business partner', 'partner'],
  ['Consulting partner', 'partner'],
  ['Upsell/Cross-sell', 'upsell'],
  ['None/Non-assigned', 'unassigned'],
]);

const STAGES_AFTER_AN_INTRO = new Set([
  'E Intro attended',
  'D POA Booked',
  'C Proposal sent',
  'B Legals',
  'A Closed',
]);

/**
 * The category of a normalised stage; null for the empty one, which has none.
 *
 * @see docs/domain.md, section 2
 */
export function stageCategory(stage: string): StageCategory | null {
  return stage === '' ? null : (CATEGORIES.get(stage) ?? 'other');
}

/**
 * The group of a normalised source.
 *
 * @see docs/domain.md, section 2
 */
export function sourceGroup(source: string | null): SourceGroup {
  return source === null || source === '' ? 'unassigned' : (GROUPS.get(source) ?? 'other');
}

/**
 * Whether the first meeting of a normalised deal took place: it says Show, or says nothing and the stage implies it.
 *
 * @see docs/domain.md, section 1
 */
export function isAttended(deal: Pick<Deal, 'show_noshow' | 'stage'>): boolean {
  return deal.show_noshow === null ? STAGES_AFTER_AN_INTRO.has(deal.stage) : deal.show_noshow === 'Show';
}
