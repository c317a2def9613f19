import fc from 'fast-check';
import { type Identifiable, matchDeals } from './identity.js';

const deal = (id: string, client: string, stage: string, link: string | null = null) => ({
  id,
  client,
  stage,
  hubspot_link: link,
});
const row = (client: string, stage: string, link: string | null = null) => ({
  client,
  stage,
  hubspot_link: link,
});

const matchIdentities = (there: readonly (Identifiable & { id: string })[], rows: readonly Identifiable[]) =>
  matchDeals(there, rows).map((match) => (match === null ? null : there[match.place]?.id));

describe('matchDeals', () => {
  it('matches by link before anything else', () => {
    const there = [deal('1', 'Acme', 'Lost', 'https://x/1'), deal('2', 'Beta', 'Lost', 'https://x/2')];
    expect(
      matchIdentities(there, [row('Beta', 'Lost', 'https://x/1'), row('Other', '', 'HTTPS://X/2')]),
    ).toEqual(['1', '2']);
  });

  it('does not identify a deal by a link that is used twice, on either side', () => {
    const twice = [deal('1', 'Acme', 'Lost', 'https://x/3'), deal('2', 'Beta', 'Lost', 'https://x/3')];
    expect(matchIdentities(twice, [row('New', '', 'https://x/3')])).toEqual([null]);
    expect(
      matchIdentities(
        [deal('1', 'Acme', '', 'https://x/3')],
        [row('New', '', 'https://x/3'), row('Newer', '', 'https://x/3')],
      ),
    ).toEqual([null, null]);
  });

  it('recognises nothing by a text that is no link', () => {
    const there = [deal('1', 'Acme', 'Lost', 'N/A'), deal('2', 'Beta', 'Lost', '1.23457E+11')];
    expect(matchIdentities(there, [row('New', '', 'n/a'), row('Newer', '', '1.23457E+11')])).toEqual([
      null,
      null,
    ]);
  });

  it('matches by client and stage next, equal deals in their order', () => {
    const there = [deal('1', 'Acme', 'Lost'), deal('2', 'ACMÉ', 'Lost'), deal('3', 'Acme', 'A Closed')];
    const rows = [row('acme', 'Lost'), row('Acme', 'A Closed'), row('Acme ', 'Lost'), row('Acme', 'Lost')];
    expect(matchIdentities(there, rows)).toEqual(['1', '3', '2', null]);
  });

  it('takes other spellings of a stage that nobody knows for one', () => {
    const there = [deal('1', 'Acme', 'On hold'), deal('2', 'Acme', 'Paused')];
    expect(matchIdentities(there, [row('Acme', 'PAUSED'), row('Acme', 'on hold')])).toEqual(['2', '1']);
  });

  it('matches by client alone last, where it is unique on both sides among what is left', () => {
    const there = [deal('1', 'Acme', 'Lost'), deal('2', 'Acme', 'F Inbox')];
    expect(matchIdentities(there, [row('Acme', 'Lost'), row('Acme', 'A Closed')])).toEqual(['1', '2']);
    expect(matchIdentities(there, [row('Acme', 'B Legals'), row('Acme', 'A Closed')])).toEqual([null, null]);
    expect(matchIdentities(there, [row('Acme', 'B Legals')])).toEqual([null]);
  });

  it('does not match again what was matched before, whatever the order of the rows', () => {
    const there = [deal('1', 'Acme', 'Lost', 'https://x/3')];
    expect(matchIdentities(there, [row('Acme', 'Lost'), row('Acme', 'A Closed', 'https://x/3')])).toEqual([
      null,
      '1',
    ]);
  });

  it('tells what each row was recognised by, and how many were alike by it', () => {
    const there = [
      deal('1', 'Acme', 'Lost', 'https://x/1'),
      deal('2', 'Beta', 'Lost'),
      deal('3', 'Beta', 'Lost'),
      deal('4', 'Core', 'Lost'),
    ];
    const rows = [row('Core', 'F Inbox'), row('Beta', 'Lost'), row('Any', '', 'https://x/1'), row('New', '')];
    expect(matchDeals(there, rows)).toEqual([
      { place: 3, by: 'client', alike: 1 },
      { place: 1, by: 'client_stage', alike: 2 },
      { place: 0, by: 'link', alike: 1 },
      null,
    ]);
    expect(matchDeals(there, rows, ['link']).map((match) => match?.place ?? null)).toEqual([
      null,
      null,
      0,
      null,
    ]);
  });

  it('gives each id at most once, and an unchanged sheet the ids that it had', () => {
    const rows = fc.array(
      fc.record({
        client: fc.constantFrom('Acme', 'Beta', 'Gamma'),
        stage: fc.constantFrom('Lost', 'A Closed'),
        hubspot_link: fc.option(fc.constantFrom('1', '2', '3', '4')),
      }),
    );
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const there = before.map((known, at) => ({ id: String(at), ...known }));
        const ids = matchIdentities(there, after).filter((id) => id !== null);
        expect(new Set(ids).size).toBe(ids.length);
        expect(matchIdentities(there, before)).toEqual(there.map(({ id }) => id));
      }),
    );
  });
});
