import { targetName } from './target-names';

describe('the name of a target', () => {
  it.each([
    ['intro_poa.poa', 'Intro & POA: POA'],
    ['meetings_attended_tab.poa_generated_target', 'Meetings attended: POA generated'],
    ['dashboard_bottom_cards.new_pipe_created', 'Dashboard cards: new pipe created'],
    [
      'meeting_generation.inbound + meeting_generation.event',
      'Meetings generation: inbound + Meetings generation: event',
    ],
    ['closing_projections.next_30_60_days', 'Closing projections: next 30-60 days'],
    ['meeting_generation.upsells_cross', 'Meetings generation: upsell and cross-sell'],
    ['dashboard_bottom_cards.ytd_aggregate_pipeline', 'Dashboard cards: open pipe'],
    ['dashboard_bottom_cards.ytd_cumulative_weighted', 'Dashboard cards: open pipe, weighted'],
    ['revenue_2026', 'Revenue targets 2026'],
    ['revenue_2026 + revenue_2027', 'Revenue targets 2026 + Revenue targets 2027'],
    ['sum of views', 'the sum of the views'],
    ['sample: intro_poa.poa', 'the sample (Intro & POA: POA)'],
    ['sample: sum of views', 'the sum of the views, sample targets among them'],
    ['own_group.own_key', 'own group: own key'],
  ])('%s is %s', (origin, name) => {
    expect(targetName(origin)).toBe(name);
  });
});
