import { attendedScreen } from '../testing/attended-screen';
import { aeCards } from './ae-cards.data';

describe('the cards of account executives', () => {
  const { owners } = attendedScreen();

  it('begin with the highest ARR, unassigned last', () => {
    expect(aeCards(owners).map(({ key, arr }) => [key, arr])).toEqual([
      ['hugo', 240_000],
      ['camille', 80_000],
      [null, 0],
    ]);
  });

  it('are scaled to the highest ARR', () => {
    expect(aeCards(owners).map(({ width }) => width)).toEqual([1, 1 / 3, 0]);
  });

  it('have counts and rates, and mark rates from few cases', () => {
    const marked = {
      ...owners,
      rows: owners.rows.map((row) => ({ ...row, small: row.key ? [] : ['conversion.intro_to_poa'] })),
    };
    expect(aeCards(marked).at(-1)).toMatchObject({
      intros: 1,
      poa: 1,
      closed: 0,
      toPoa: 1,
      toClose: 0,
      isSmall: true,
    });
  });

  it('are ordered by name when nobody closed anything', () => {
    const none = { ...owners, rows: owners.rows.map((row) => ({ ...row, values: row.values.map(() => 0) })) };
    expect(aeCards(none).map(({ label, width }) => [label, width])).toEqual([
      ['camille', 0],
      ['hugo', 0],
      ['', 0],
    ]);
  });
});
