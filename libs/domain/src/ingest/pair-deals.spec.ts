import type { Deal } from '../deal/deal.js';
import { pairDeals } from './pair-deals.js';
import type { SheetRow } from './sheet.js';

const row = (client: string, link: string | null = null): SheetRow =>
  ({ client, stage: 'C Proposal sent', hubspot_link: link, row: 2 }) as SheetRow;
const deal = (id: string, client: string): Deal => ({ ...row(client), id });

const newIds = () => {
  let count = 0;
  return () => `new-${(count += 1)}`;
};

describe('pairDeals', () => {
  it('gives known deals their id and new ones another', () => {
    const paired = pairDeals([deal('a', 'Acme'), deal('b', 'Bolt')], [row('Bolt'), row('Core')], newIds());
    expect(paired.map(({ deal: { id }, continues }) => [id, continues])).toEqual([
      ['b', 1],
      ['new-1', null],
    ]);
  });

  it('gives an id that two stored deals share to one of them only', () => {
    const paired = pairDeals([deal('a', 'Acme'), deal('a', 'Bolt')], [row('Acme'), row('Bolt')], newIds());
    expect(paired.map(({ deal: { id } }) => id)).toEqual(['a', 'new-1']);
  });

  it('gives a stored deal without id one', () => {
    const paired = pairDeals([deal('', 'Acme')], [row('Acme')], newIds());
    expect(paired.map(({ deal: { id }, continues }) => [id, continues])).toEqual([['new-1', 0]]);
  });
});
