import type { RunPhase } from '@app/contracts';
import { type Mark, timeLeft } from './time-left.js';

const mark = (at: number, fraction: number, phase: RunPhase = 'reading'): Mark => ({
  at,
  progress: { phase, fraction },
});

it.each<[string, Mark, Mark, number | null]>([
  ['half done in ten seconds', mark(0, 0), mark(10_000, 0.5), 10_000],
  ['three quarters since it was first seen', mark(5_000, 0.2), mark(9_000, 0.4), 12_000],
  ['another phase, the same run', mark(0, 0.1), mark(8_000, 0.9, 'storing'), 1_000],
  ['all done, not yet ended', mark(0, 0), mark(4_000, 1, 'building'), 0],
  ['too short a time', mark(0, 0), mark(1_999, 0.5), null],
  ['too little done', mark(0, 0.5), mark(60_000, 0.51), null],
  ['none of it done', mark(0, 0.5), mark(60_000, 0.5), null],
  ['gone back to wait', mark(0, 0.1), mark(9_000, 0.9, 'waiting'), null],
  ['a download, whose size nobody knows', mark(0, 0, 'fetching'), mark(9_000, 0.5), null],
  ['ended', mark(0, 0.1), mark(9_000, 1, 'done'), null],
])('says how long a run will take: %s', (_, from, now, milliseconds) => {
  expect(timeLeft(from, now)).toBe(milliseconds);
});
