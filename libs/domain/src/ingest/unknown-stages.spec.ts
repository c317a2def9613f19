import { unknownStages } from './unknown-stages.js';

const rows = (...stages: string[]) => stages.map((stage) => ({ stage }));

it('counts rows by stage, spellings of one together, those of most rows first', () => {
  expect(unknownStages([], rows('Engaging', 'Prospecting', '', 'prospecting', 'PROSPECTING'))).toEqual({
    count: 4,
    stages: [
      { stage: 'Prospecting', count: 3 },
      { stage: 'Engaging', count: 1 },
    ],
  });
});

it('finds nothing in a sheet that knows one of our stages, or has none', () => {
  expect(unknownStages([], rows('Engaging', 'Engaging', 'Lost'))).toBeNull();
  expect(unknownStages([], rows('', ''))).toBeNull();
});

it('does not ask again about what somebody published', () => {
  expect(unknownStages(rows('Engaging', ''), rows('Prospecting'))).toBeNull();
  expect(unknownStages(rows('Engaging', 'A Closed'), rows('Prospecting'))).not.toBeNull();
});
