import { view } from '../testing/answers';
import { goalOf, peopleWith, readGoals, typedGoals, viewOf, withGoal } from './goals-draft';

const goals = { default: 6, people: { Camille: 8 } };

describe('goals of BDRs', () => {
  it('read back as they were', () => {
    expect(readGoals(typedGoals(goals)).goals).toEqual(goals);
  });

  it('match names folded and keep the spelling they had', () => {
    const typed = withGoal(typedGoals(goals), 'CAMILLE', '9');
    expect([typed.people, goalOf(typed, 'camille')]).toEqual([{ Camille: '9' }, '9']);
  });

  it('take the default for an emptied goal', () => {
    expect(readGoals(withGoal(typedGoals(goals), 'Camille', '')).goals).toEqual({ default: 6, people: {} });
  });

  it.each(['many', '-1', '5000'])('refuse %s with the name of whom it is for', (text) => {
    const { goals: read, faults } = readGoals(withGoal(typedGoals(goals), 'Hugo', text));
    expect(read).toBeNull();
    expect(faults.join(' ')).toContain('Hugo');
  });

  it('are offered for people in the data of any view and people who have one already', () => {
    const [organic, signal] = [
      { id: 'o', name: 'Organic' },
      { id: 's', name: 'Signal' },
    ];
    const rows = [
      { key: 'sadie', label: 'Sadie', value: 4 },
      { key: 'hugo', label: 'Hugo', value: 2 },
      { key: null, label: 'Unassigned', value: 1 },
    ];
    const others = [{ key: 'hugo', label: 'HUGO', value: 5 }];
    const meetings = [
      { view: organic, rows },
      { view: signal, rows: others },
    ];
    expect(peopleWith(meetings, goals)).toEqual([
      { name: 'Hugo', meetings: 7, views: [organic, signal] },
      { name: 'Sadie', meetings: 4, views: [organic] },
      { name: 'Camille', meetings: null, views: [] },
    ]);
  });

  it('lead to the person in the view that has all of their meetings', () => {
    const [organic, signal] = [view({ id: 'o' }), view({ id: 's' })];
    const master = view({ id: 'm', is_master: true, aggregates_from: ['o', 's'] });
    const inViews = (...views: { id: string; name: string }[]) => ({ name: 'Hugo', meetings: 1, views });
    const all = [master, organic, signal];
    expect([
      viewOf(inViews(), all),
      viewOf(inViews(signal), all),
      viewOf(inViews(organic, signal), all),
      viewOf(inViews(organic, signal), [organic, signal]),
    ]).toEqual([null, 's', 'm', 'o']);
  });
});
