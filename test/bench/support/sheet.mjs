const STAGES = [
  'F Inbox',
  'E Intro attended',
  'D POA Booked',
  'C Proposal sent',
  'B Legals',
  'A Closed',
  'G Stalled',
  'Lost',
  'Not Relevant',
  'Closed Won',
];
const SOURCES = [
  'Inbound',
  'Outbound',
  'Referral',
  'Client referral',
  'Internal referral',
  'Event',
  'Partnership',
  'Upsell/Cross-sell',
  '',
];
const SHOWS = ['Show', 'Noshow', 'No show', ''];
const RELEVANCES = ['Relevant', 'Question mark', 'Not relevant', 'Maybe', ''];
const TYPES = ['New Business', 'Upsell', 'Cross-sell', 'Renewal', 'up sell'];
const PEOPLE = [
  'Camille',
  'Hugo',
  'Inès',
  'Ines',
  'Marcus',
  'Noah',
  'Rémi',
  'REMI',
  'Salomé',
  'Zoé',
  '',
  '-',
];
const PRODUCTS = ['Enterprise Plan', 'Growth Plan', 'Audit', 'Data Studio', 'Managed Search'];

const HEADER =
  'Month,Discovery date,Client,Hubspot link,Stage,Relevance,Show/Nowshow,POA date,Expected MRR,Expected ARR,Pipeline,Type of deal,BDR,Type of source,Product,Owner,Supporters,Billing start,Next step,Notes';

/** Numbers from a seed (mulberry32), so that every run measures the same rows. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A sales sheet of 20 columns: ISO dates, money in two spellings, quoted cells, a few empty ones.
 *
 * @param cast who occurs: the names of people, and the client of a row
 */
export function sheet(rows, seed = 7, cast = FEW) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const lines = [HEADER];
  for (let row = 0; row < rows; row++) lines.push(line(row, random, pick, cast));
  return lines.join('\n') + '\n';
}

/** A dozen spellings of people, three of four clients with more than one deal. */
const FEW = {
  people: PEOPLE,
  client: (row, pick) => `Client ${row % 150_000} ${pick(['SA', 'GmbH', 'Inc', '& Co'])}`,
};

const FIRST_NAMES = [
  'Alice',
  'Bruno',
  'Camille',
  'Dario',
  'Élise',
  'Farid',
  'Greta',
  'Hugo',
  'Inès',
  'Jonas',
];
const LAST_NAMES = ['Martin', 'Okafor', 'Petit', 'Quiroga', 'Rossi', 'Schmidt'].flatMap((name) =>
  ['', ' Alves', ' Bauer', ' Conti', ' Dufour'].map((second) => name + second),
);
const WORDS = ['Alto', 'Boreal', 'Cobalt', 'Delta', 'Ember', 'Fjord', 'Granit', 'Harbor', 'Iris', 'Juniper'];

/** The sales team of a large company: three hundred people, and a client of its own for each deal. */
export const TEAM = {
  people: FIRST_NAMES.flatMap((first) => LAST_NAMES.map((last) => `${first} ${last}`)),
  client: (row, pick) => `${pick(WORDS)} ${pick(WORDS)} ${row}`,
};

function line(row, random, pick, { people, client }) {
  const discovered = date(random, 2025, 24);
  const arr = Math.round(random() * 250_000) / 1;
  const money = random() < 0.5 ? `"$${arr.toLocaleString('en')}"` : `${arr}.50`;
  return [
    discovered.slice(0, 7),
    discovered,
    client(row, pick),
    `https://crm.example.com/deal/${row}`,
    pick(STAGES),
    pick(RELEVANCES),
    pick(SHOWS),
    random() < 0.6 ? date(random, 2025, 24) : '',
    (arr / 12).toFixed(2),
    money,
    random() < 0.8 ? money : '',
    pick(TYPES),
    pick(people),
    pick(SOURCES),
    pick(PRODUCTS),
    pick(people),
    random() < 0.2 ? '"Léa, Marcus"' : '',
    random() < 0.3 ? date(random, 2026, 12) : '',
    'call back',
    '"said ""yes"", maybe"',
  ].join(',');
}

function date(random, year, months) {
  const month = Math.floor(random() * months);
  const at = new Date(Date.UTC(year, month, 1 + Math.floor(random() * 28)));
  return at.toISOString().slice(0, 10);
}
