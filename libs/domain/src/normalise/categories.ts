import type { Deal } from '../deal/deal.js';
import { stagesIn } from './stages.js';

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

const AFTER_INTRO: ReadonlySet<string> = new Set(stagesIn('after_intro'));

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
  return deal.show_noshow === null ? AFTER_INTRO.has(deal.stage) : deal.show_noshow === 'Show';
}
