import type { TargetKey } from './target-set.js';

/** A stored key; of a yearly one, a month is a twelfth. */
export interface TargetSource {
  readonly path: string;
  readonly isYearly?: true;
}

const from = (...paths: string[]): TargetSource[] => paths.map((path) => ({ path }));
const yearly = (path: string): TargetSource => ({ path, isYearly: true });

/**
 * Where each target is stored: the first key that is present wins.
 *
 * @see docs/domain.md, section 6
 */
export const TARGET_SOURCES: Readonly<Record<TargetKey, readonly TargetSource[]>> = {
  intro: from('dashboard_banners.intro_target', 'intro_poa.intro', 'meeting_generation.intro'),
  poa: from(
    'dashboard_banners.poa_target',
    'meetings_attended_tab.poa_generated_target',
    'meetings_attended.poa_generated',
    'intro_poa.poa',
    'meeting_attended.poa',
  ),
  meetings: from('meeting_generation.total_target', 'dashboard_banners.meetings_generation_target'),
  inbound: from('meeting_generation.inbound'),
  outbound: from('meeting_generation.outbound'),
  referral: from('meeting_generation.referral', 'meeting_generation.referrals'),
  event: from('meeting_generation.event'),
  upsell: from(
    'meeting_generation.upsells_cross',
    'meeting_generation.upsells_x',
    'upsell_renew.upsells_target',
  ),
  renewal: from('upsell_renew.renewals_target'),
  scheduled: from('meetings_attended_tab.meetings_scheduled_target', 'meetings_attended.meetings_scheduled'),
  deals_closed: [
    ...from(
      'meetings_attended_tab.deals_closed_target',
      'deals_closed_tab.deals_closed_target',
      'dashboard_banners.deals_closed_count',
      'meetings_attended.deals_closed',
      'meeting_attended.deals_closed',
    ),
    yearly('deals_closed_yearly.deals_target'),
    ...from('dashboard.deals'),
  ],
  arr_closed: [
    ...from('dashboard_banners.deals_closed_arr', 'deals_closed_tab.arr_closed_target'),
    yearly('deals_closed_yearly.arr_target'),
  ],
  new_pipe: from(
    'dashboard_banners.new_pipe_target',
    'dashboard_bottom_cards.new_pipe_created',
    'dashboard.new_pipe_created',
  ),
  weighted_pipe: from('dashboard_bottom_cards.created_weighted_pipe', 'dashboard.weighted_pipe'),
  ytd_aggregate_pipeline: from('dashboard_bottom_cards.ytd_aggregate_pipeline'),
  ytd_cumulative_weighted: from('dashboard_bottom_cards.ytd_cumulative_weighted'),
  next_14_days: from('closing_projections.next_14_days', 'closing_projections.next_30_days_target'),
  next_30_60_days: from('closing_projections.next_30_60_days', 'closing_projections.next_60_days_target'),
  next_60_90_days: from('closing_projections.next_60_90_days', 'closing_projections.next_90_days_target'),
};

/** The meetings that a total is added up from when it is not stored itself. */
export const MEETING_PARTS = ['inbound', 'outbound', 'referral', 'event'] as const satisfies TargetKey[];
