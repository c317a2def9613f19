import { peopleOf } from './people';

const rows = [
  { key: 'Zoé', label: 'Zoé', value: 4 },
  { key: 'Hugo', label: 'Hugo', value: 3 },
  { key: 'Camille', label: 'Camille', value: 2 },
  { key: null, label: 'Unassigned', value: 1 },
];

describe('the people of the AE filter', () => {
  it('start with oneself, then the others by name, unassigned last', () => {
    expect(peopleOf(rows, 'hugo MARCHAND').map((each) => [each.label, each.hint])).toEqual([
      ['Everyone', ''],
      ['Hugo', 'Me'],
      ['Camille', ''],
      ['Zoé', ''],
      ['Unassigned', ''],
    ]);
  });

  it('match regardless of accents', () => {
    expect(peopleOf(rows, 'Zoe').find((each) => each.hint === 'Me')?.owners).toEqual(['Zoé']);
  });

  it('include unassigned as an empty name', () => {
    expect(peopleOf(rows, '').at(-1)?.owners).toEqual(['']);
  });

  it('are only everyone without any data', () => {
    expect(peopleOf([], 'Hugo')).toHaveLength(1);
  });
});
