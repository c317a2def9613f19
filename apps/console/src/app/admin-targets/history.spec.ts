import type { TargetChange } from '@app/contracts';
import { keysToRestore } from './history';

const change = (revision: number, key: string, before: unknown, after: unknown): TargetChange => ({
  id: `c${revision}`,
  revision,
  at: '2026-11-22T10:00:00.000Z',
  by: 'maya@example.com',
  kind: 'edit',
  restored_revision: null,
  keys: [{ key, before, after }],
});

it('reverts all later changes, and keeps unchanged values', () => {
  const changes = [
    change(3, 'intro_poa.poa', 12, 14),
    change(2, 'intro_poa.poa', null, 12),
    change(1, 'intro_poa.intro', 18, 20),
  ];
  const stored = { intro_poa: { intro: 20, poa: 14 }, notes: 'ours' };
  expect(keysToRestore(stored, changes, 1)).toEqual([{ key: 'intro_poa.poa', before: 14 }]);
  expect(keysToRestore(stored, changes, 3)).toEqual([]);
});
