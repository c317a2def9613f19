import { goalOf, peopleWith, readGoals, typedGoals, withGoal } from './goals-draft';

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
    const rows = [
      { key: 'sadie', label: 'Sadie', value: 4 },
      { key: 'hugo', label: 'Hugo', value: 2 },
      { key: null, label: 'Unassigned', value: 1 },
    ];
    const others = [{ key: 'hugo', label: 'HUGO', value: 5 }];
    const meetings = [
      { view: 'Organic', rows },
      { view: 'Signal', rows: others },
    ];
    expect(peopleWith(meetings, goals)).toEqual([
      { name: 'Hugo', meetings: 7, views: ['Organic', 'Signal'] },
      { name: 'Sadie', meetings: 4, views: ['Organic'] },
      { name: 'Camille', meetings: null, views: [] },
    ]);
  });
});
