import { aDealWith } from '../testing/deals.js';
import { doubtfulMatch, isDoubtful } from './doubtful-matches.js';
import { pairDeals } from './pair-deals.js';

const row = (client: string, stage: string, hubspot_link: string | null = null) =>
  aDealWith({ client, stage, hubspot_link });
const deal = (id: string, ...known: Parameters<typeof row>) => ({ ...row(...known), id });

it('are rows taken for a deal by their client alone, or as one of several alike', () => {
  const existing = [
    deal('moved', 'Acme', 'C Proposal sent'),
    deal('first', 'Beta', 'Lost'),
    deal('second', 'Beta', 'Lost'),
    deal('linked', 'Core', 'Lost', 'https://crm.example.com/1'),
    deal('same', 'Dune', 'Lost'),
  ];
  const rows = [
    { ...row('ACME', 'B Legals'), row: 2 },
    { ...row('Beta', 'Lost'), row: 3 },
    { ...row('Core', 'A Closed', 'https://crm.example.com/1'), row: 4 },
    { ...row('Dune', 'Lost'), row: 5 },
    { ...row('New', 'Lost'), row: 6 },
  ];
  const paired = pairDeals(existing, rows, ({ row }) => `new ${row}`);
  expect(paired.filter(isDoubtful).map((pair) => doubtfulMatch(pair, existing))).toEqual([
    {
      row: 2,
      client: 'ACME',
      stage_before: 'C Proposal sent',
      stage_after: 'B Legals',
      deal_id: 'moved',
      why: 'client_alone',
      alike: 1,
    },
    {
      row: 3,
      client: 'Beta',
      stage_before: 'Lost',
      stage_after: 'Lost',
      deal_id: 'first',
      why: 'several_alike',
      alike: 2,
    },
  ]);
});
