import fc from 'fast-check';
import { day } from '../period/day.js';
import { stayingRows } from './dedupe.js';

const row = (client: string, stage: string, date: string | null = null, link: string | null = null) => ({
  client,
  stage,
  discovery_date: date === null ? null : day(date),
  hubspot_link: link,
});

const staying = (...asked: Parameters<typeof stayingRows>) => [...stayingRows(...asked)];

describe('client_stage', () => {
  it('keeps the latest of the same client and stage, client folded', () => {
    const rows = [
      row('Acmé', 'Lost', '2026-01-01'),
      row(' ACME', 'Lost', '2026-02-01'),
      row('Acme', 'A Closed'),
    ];
    expect(staying(rows, 'client_stage')).toEqual([1, 1, 2]);
  });

  it('takes a missing date for the earliest, and keeps the first on ties', () => {
    const rows = [row('A', ''), row('A', '', '1969-01-01'), row('A', '', '1969-01-01'), row('A', '')];
    expect(staying(rows, 'client_stage')).toEqual([1, 1, 1, 1]);
  });

  it('compares unknown stages folded', () => {
    const rows = [row('A', 'On hold'), row('A', 'on  HOLD'), row('A', 'Paused')];
    expect(staying(rows, 'client_stage')).toEqual([0, 0, 2]);
  });
});

it('keeps one row for each link under the rule link, and all rows without one', () => {
  const rows = [
    row('A', '', null, 'https://x/1'),
    row('B', '', null, 'HTTPS://X/1'),
    row('A', ''),
    row('A', ''),
    row('A', '', null, 'N/A'),
    row('B', '', null, 'n/a'),
  ];
  expect(staying(rows, 'link')).toEqual([0, 0, 2, 3, 4, 5]);
});

it('keeps every row under the rule none', () => {
  expect(staying([row('A', ''), row('A', '')], 'none')).toEqual([0, 1]);
});

it('the order of the rows does not change which deals survive, nor their date', () => {
  const rows = fc.array(
    fc.record({
      client: fc.constantFrom('Acme', 'acmé', 'Beta', 'Gamma'),
      stage: fc.constantFrom('Lost', 'A Closed', ''),
      discovery_date: fc.option(fc.integer({ min: 0, max: 5 })),
      hubspot_link: fc.option(fc.constantFrom('1', '2', '3')),
    }),
  );
  fc.assert(
    fc.property(rows, fc.constantFrom('client_stage' as const, 'link' as const), (sheet, rule) => {
      const survivors = (from: typeof sheet) => {
        const kept = staying(from, rule).flatMap((stays, at) => (stays === at ? (from[at] ?? []) : []));
        const key = rule === 'link' ? (deal: (typeof kept)[0]) => deal.hubspot_link ?? '' : clientAndStage;
        return kept.map((deal) => `${key(deal)} ${deal.discovery_date}`).sort();
      };
      expect(survivors(sheet.toReversed())).toEqual(survivors(sheet));
    }),
  );
});

const clientAndStage = ({ client, stage }: { client: string; stage: string }) =>
  `${client.toLowerCase().replace('é', 'e')} ${stage}`;
