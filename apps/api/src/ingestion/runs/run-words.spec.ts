import type { CallerKind, RunSource } from '@app/contracts';
import { wordsOf } from './run-words.js';

const source: RunSource = { type: 'csv', name: 'deals.csv', url: null, size: 1 };
const ada = 'ada@example.com';

const asker = (kind: CallerKind) => ({ kinds: [kind] });

it.each([
  ['published', ada, 'This import was published, decided by ada@example.com'],
  ['discarded', null, 'This import was discarded'],
  ['cancelled', ada, 'This import was cancelled by ada@example.com'],
  ['cancelled', null, 'This import was cancelled'],
] as const)('a run that was %s, by %s', (status, decided_by, words) => {
  expect(wordsOf({ status, source, decided_by }, asker('viewer'))).toBe(words);
});

it('is told a program without the address', () => {
  const run = { status: 'cancelled', source, decided_by: ada } as const;
  expect(wordsOf(run, asker('token_to_upload'))).toBe('This import was cancelled by somebody');
});
