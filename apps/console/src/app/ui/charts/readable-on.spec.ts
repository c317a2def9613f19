import { readableOn } from './readable-on';

const [INK, SURFACE] = ['rgb(25, 29, 36)', 'rgb(255, 255, 255)'];

it.each([
  ['rgb(11, 101, 112)', SURFACE],
  ['rgb(82, 157, 166)', INK],
  ['rgb(255 255 255)', INK],
  ['url(#hatched)', INK],
])('on %s %s is read best', (ground, expected) => {
  expect(readableOn(ground, INK, SURFACE)).toBe(expected);
});
