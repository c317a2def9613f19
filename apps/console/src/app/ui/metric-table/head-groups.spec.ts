import { headGroups, inTwoLines, labelInGroup } from './head-groups';

describe('heads in two rows', () => {
  it('name once what columns beside each other share', () => {
    const labels = ['Next 14 days, deals', 'Next 14 days, value', 'Delayed, deals', 'Weight'];
    expect(headGroups(labels.map((label) => ({ label })))).toEqual([
      { label: 'Next 14 days', span: 2 },
      { label: 'Delayed', span: 1 },
      { label: '', span: 1 },
    ]);
    expect(labels.map(labelInGroup)).toEqual(['deals', 'value', 'deals', 'Weight']);
  });

  it.each([
    ['Open pipe, weighted', 'Open_pipe, weighted'],
    ['Closing this month, value', 'Closing_this month,_value'],
    ['Intros attended', 'Intros attended'],
    ['Goal', 'Goal'],
  ])('break in the middle alone: %s', (label, lines) => {
    expect(inTwoLines(label)).toBe(lines.replaceAll('_', '\u00a0'));
  });
});
