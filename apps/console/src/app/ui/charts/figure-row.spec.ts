import { fitting } from './figure-row';

/** About 0.6 of the size for each letter. */
const widthOf = (text: string, size: number) => text.length * size * 0.6;
const [TEXTS, SHORTER] = [
  ['$24.4M', '–'],
  ['$24M', '–'],
];

it.each([
  [50, 11, TEXTS],
  [30, 11, SHORTER],
  [25, 10, SHORTER],
  [10, 9, SHORTER],
])('writes figures in %d pixels in size %d', (room, size, texts) => {
  const [written, figures] = fitting(room, [{ texts: TEXTS, shorter: SHORTER }], widthOf);
  expect([written, ...figures]).toEqual([size, texts]);
});

it('writes all rows in the same size', () => {
  const short = { texts: ['7'], shorter: ['7'] };
  expect(fitting(25, [short, { texts: TEXTS, shorter: SHORTER }], widthOf)).toEqual([10, [['7'], SHORTER]]);
});
