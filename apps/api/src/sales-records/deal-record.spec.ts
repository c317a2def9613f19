import { normaliseStored, recordSetOf } from '@app/domain';
import { spellingsOf } from './deal-record.js';

const setOf = (...owners: string[]) =>
  recordSetOf(owners.map((owner) => normaliseStored({ client: 'Acme', owner })));

describe('how people are shown', () => {
  const sets = [setOf('remi', 'Rémi'), setOf('Rémi')];

  it('is their most frequent spelling over all views', () => {
    expect(spellingsOf(sets).owner.get('remi')).toBe('Rémi');
    expect(spellingsOf(sets.slice(0, 1)).owner.get('remi')).toBe('remi');
  });

  it('is counted once for the same data, however many pages are read of it', () => {
    expect(spellingsOf(sets)).toBe(spellingsOf(sets));
  });
});
