import { unknownStages } from './unknown-stages.js';

const rows = (...stages: string[]) => stages.map((stage) => ({ stage }));
const LIMIT = 0.1;

it('counts rows by stage, spellings of one together, those of most rows first', () => {
  const sheet = rows('A Closed', 'Engaging', 'Prospecting', '', 'prospecting', 'Lost', 'PROSPECTING');
  expect(unknownStages([], sheet, LIMIT)).toEqual({
    count: 4,
    of: 6,
    stages: [
      { stage: 'Prospecting', count: 3 },
      { stage: 'Engaging', count: 1 },
    ],
  });
});

it('counts none of a sheet without stages', () => {
  expect(unknownStages([], rows('', ''), LIMIT)).toEqual({ count: 0, of: 0, stages: [] });
});

it('does not ask again about what somebody published', () => {
  const sheet = rows('engaging', 'Prospecting', 'A Closed');
  expect(unknownStages(rows('Engaging', 'A Closed'), sheet, LIMIT)).toEqual({
    count: 1,
    of: 3,
    stages: [{ stage: 'Prospecting', count: 1 }],
  });
});

it('asks about many where there were few', () => {
  const few = rows('Engaging', ...Array.from({ length: 9 }, () => 'Lost'));
  expect(unknownStages(few, rows('Engaging', 'Lost'), LIMIT)).toMatchObject({ count: 1, of: 2 });
});
