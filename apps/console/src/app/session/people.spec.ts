import { mineOf } from './people';

const people = [
  { value: 'camille', label: 'Camille', deals: 2 },
  { value: 'zoemartin', label: 'Zoé Martin', deals: 4 },
  { value: '', label: 'unassigned', deals: 1 },
];

describe('the signed-in person among the people of the data', () => {
  it.each([
    ['CAMILLE', 'camille'],
    ['Camille Durand', 'camille'],
    ['Zoe Martin', 'zoemartin'],
    ['Zoé', undefined],
    ['', undefined],
  ])('%s is %s', (me, found) => {
    expect(mineOf(people, me)?.value).toBe(found);
  });
});
