import { timeLeft } from './time-left';

it.each([
  ['half done after ten seconds takes ten more', { at: 0, fraction: 0 }, { at: 10_000, fraction: 0.5 }, 10],
  [
    'what was done before it was watched is not counted',
    { at: 5_000, fraction: 0.5 },
    { at: 10_000, fraction: 0.75 },
    5,
  ],
  ['two seconds are the least', { at: 0, fraction: 0 }, { at: 1_999, fraction: 0.5 }, null],
  ['something must have been done', { at: 0, fraction: 0.4 }, { at: 60_000, fraction: 0.41 }, null],
  ['nothing is left of what is done', { at: 0, fraction: 0 }, { at: 10_000, fraction: 1 }, 0],
])('%s', (_, from, now, seconds) => {
  expect(timeLeft(from, now)).toBe(seconds);
});
