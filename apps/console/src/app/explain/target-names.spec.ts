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
    ['revenue_2026', 'Revenue targets 2026'],
    ['revenue_2026 + revenue_2027', 'Revenue targets 2026 + Revenue targets 2027'],
    ['sum of views', 'the sum of the views'],
    ['own_group.own_key', 'own group: own key'],
  ])('%s is %s', (origin, name) => {
    expect(targetName(origin)).toBe(name);
  });
});
