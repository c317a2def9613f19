import { unusualAges } from './unusual-age';

const aged = (ages: readonly number[]) => ages.map((age, at) => ({ key: String(at), deal: { age } }));
const marked = (ages: readonly number[]) => [...unusualAges(aged(ages))].map((key) => ages[Number(key)]);

it.each([
  ['one of ten', [61, 62, 63, 64, 65, 66, 67, 68, 69, 300], [300]],
  ['none that is not stale', [1, 2, 3, 4, 59], []],
  ['none of a few', [61, 90, 400], []],
  ['no crowd of the same age', [200, 200, 200, 200, 200, 61], []],
  ['those above the crowd', [...Array<number>(18).fill(90), 200, 300], [200, 300]],
])('lets %s catch the eye', (_, ages, expected) => {
  expect(marked(ages)).toEqual(expected);
});

it('marks at most a fifth of any column', () => {
  for (let size = 1; size < 60; size++) {
    const ages = Array.from({ length: size }, (_, at) => 60 + ((at * 7919) % 13) * 30);
    expect(marked(ages).length).toBeLessThanOrEqual(size / 5);
  }
});
