import { columnNeed } from './column-need';

describe('what a column of a list needs', () => {
  const long = 'a name that is longer than a column of names has to be';

  it('is all of a date, a number or a word that others are compared with', () => {
    for (const column of ['poa_date', 'value', 'stage', 'relevance', 'source_group'] as const) {
      const { natural, least } = columnNeed(column, ['Question mark']);
      expect(least).toBe(natural);
    }
  });

  it('is less of a name where there is no room, of a client more than of others', () => {
    const [client, owner] = [columnNeed('client', [long]), columnNeed('owner', [long])];
    expect(owner.least).toBeLessThan(owner.natural);
    expect(client.least).toBeGreaterThan(owner.least);
    expect([client.yieldsLast, owner.yieldsLast]).toEqual([undefined, true]);
  });

  it('is less of a client without a link beside its name', () => {
    const [linked, alone] = [true, false].map((hasLinks) => columnNeed('client', [long], hasLinks));
    expect(alone?.least).toBeLessThan(linked?.least ?? 0);
  });
});
