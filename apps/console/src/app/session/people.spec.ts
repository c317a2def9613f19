import { peopleOf } from './people';

const rows = [
  { key: 'Zoé', label: 'Zoé', value: 4 },
  { key: 'Hugo', label: 'Hugo', value: 3 },
  { key: 'Camille', label: 'Camille', value: 2 },
  { key: null, label: 'Unassigned', value: 1 },
];

describe('the people of the AE filter', () => {
  it('puts the reader first, the others by name, unassigned last', () => {
    expect(peopleOf(rows, 'hugo MARCHAND').map((each) => [each.label, each.hint])).toEqual([
      ['Everyone', ''],
      ['Hugo', 'Me'],
      ['Camille', ''],
      ['Zoé', ''],
      ['Unassigned', ''],
    ]);
  });

  it('knows a reader without accents', () => {
    expect(peopleOf(rows, 'Zoe').find((each) => each.hint === 'Me')?.owners).toEqual(['Zoé']);
  });

  it('asks for unassigned as an empty name', () => {
    expect(peopleOf(rows, '').at(-1)?.owners).toEqual(['']);
  });

  it('offers only everyone where there is nobody', () => {
    expect(peopleOf([], 'Hugo')).toHaveLength(1);
  });
});
