/*
 * The catalogue of docs/domain.md, section 5, as SQL aggregates: what somebody would ask an analytical database for.
 * Amounts are whole cents, dates are days since 1970.
 */

/** Columns of the table `deals`, and how each is read from a normalised row. */
export const COLUMNS = [
  ['client', 'VARCHAR', (row) => folded(row.client)],
  ['stage', 'VARCHAR', (row) => row.stage],
  ['show_noshow', 'VARCHAR', (row) => row.show_noshow],
  ['relevance', 'VARCHAR', (row) => row.relevance],
  ['type_of_deal', 'VARCHAR', (row) => row.type_of_deal],
  ['type_of_source', 'VARCHAR', (row) => row.type_of_source],
  ['discovery_date', 'INTEGER', (row) => row.discovery_date],
  ['poa_date', 'INTEGER', (row) => row.poa_date],
  ['billing_start', 'INTEGER', (row) => row.billing_start],
  ['arr', 'BIGINT', (row) => cents(row.expected_arr)],
  ['mrr', 'BIGINT', (row) => cents(row.expected_mrr)],
  ['pipe', 'BIGINT', (row) => cents(row.pipeline)],
];

const folded = (text) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '');

const cents = (amount) => (amount === null ? null : Math.round(amount * 100));

/**
 * An aggregate a metric, by id; `unit` tells cents from counts and ratios.
 *
 * @param asked days: first and last of the period, today, first of the year of today, first of the half of the period
 */
export function catalogueSql({ from, to, asOf, yearStart, halfStart }) {
  const isIn = `discovery_date BETWEEN ${from} AND ${to}`;
  const open = `stage IN ('F Inbox', 'E Intro attended', 'D POA Booked', 'C Proposal sent', 'B Legals')`;
  const late = `stage IN ('D POA Booked', 'C Proposal sent', 'B Legals')`;
  const poa = `stage IN ('D POA Booked', 'C Proposal sent', 'B Legals', 'A Closed', 'Lost', 'H Lost - can be revived')`;
  const attended = `(show_noshow = 'Show' OR (show_noshow IS NULL AND (${late} OR stage IN ('E Intro attended', 'A Closed'))))`;
  const active = `(${late} OR stage = 'E Intro attended') AND ${attended} AND relevance = 'Relevant'`;
  const closed = `stage = 'A Closed' AND arr > 0 AND billing_start BETWEEN ${from} AND ${to}`;
  const isUpsell = `(type_of_deal IN ('Upsell', 'Cross-sell') OR type_of_source = 'Upsell/Cross-sell')`;
  const isEither = `(coalesce(${isUpsell}, false) OR coalesce(type_of_deal = 'Renewal', false))`;
  const old = `stage IN ('G Stalled', 'H Lost - can be revived')`;
  const upcoming = `${late} AND poa_date > ${asOf}`;
  const value = 'CASE WHEN arr IS NULL OR arr = 0 THEN pipe ELSE arr END';
  const weighted = `(pipe * (${weightSql(asOf)}) + 5000) // 10000`;

  const count = (where) => ({ unit: 'count', sql: `count(*) FILTER (WHERE ${where})` });
  const sum = (amount, where) => ({
    unit: 'money',
    sql: `coalesce(sum(${amount}) FILTER (WHERE ${where}), 0)`,
  });
  const ratio = (above, below, unit = 'ratio') => ({
    unit,
    sql: `(${above.sql})::DOUBLE / nullif(${below.sql}, 0)`,
  });

  const total = count(isIn);
  const relevant = count(`${isIn} AND relevance = 'Relevant'`);
  const intros = count(`${isIn} AND ${attended}`);
  const generated = count(`${isIn} AND ${poa}`);
  const deals = count(closed);
  const arr = sum('arr', closed);
  return {
    'meetings.total': total,
    ...Object.fromEntries(
      Object.entries(GROUPS).map(([id, where]) => [`meetings.${id}`, count(`${isIn} AND ${where}`)]),
    ),
    'meetings.show': count(`${isIn} AND show_noshow = 'Show'`),
    'meetings.noshow': count(`${isIn} AND show_noshow = 'Noshow'`),
    'meetings.relevant': relevant,
    'meetings.question_mark': count(`${isIn} AND relevance = 'Question mark'`),
    'meetings.not_relevant': count(`${isIn} AND relevance = 'Not relevant'`),
    'relevance.rate': ratio(relevant, total),
    'intros.attended': intros,
    'attendance.rate': ratio(intros, total),
    'poa.generated': generated,
    'conversion.intro_to_poa': ratio(generated, intros),
    'deals.closed': deals,
    'deals.arr': arr,
    'deals.mrr': sum('mrr', closed),
    'deals.average': ratio(arr, deals, 'money'),
    'conversion.poa_to_close': ratio(deals, generated),
    'upsell.meetings': count(`${isIn} AND ${isUpsell}`),
    'renewal.meetings': count(`${isIn} AND type_of_deal = 'Renewal'`),
    'upsell.poa': count(`${isIn} AND ${isEither} AND ${poa}`),
    'upsell.closed': count(`${closed} AND ${isEither}`),
    'upsell.arr': sum('arr', `${closed} AND ${isEither}`),
    'pipe.created': sum('pipe', `${isIn} AND pipe > 0`),
    'pipe.created_weighted': sum(weighted, `${isIn} AND pipe > 0`),
    'intros.relevant': count(`${isIn} AND ${attended} AND relevance = 'Relevant'`),
    'deals.open': count(open),
    'deals.active': count(active),
    'pipe.active': sum('pipe', `${open} AND pipe > 0`),
    'pipe.active_weighted': sum(weighted, `${open} AND pipe > 0`),
    'pipe.cumulative_weighted': sum(
      weighted,
      `${open} AND pipe > 0 AND discovery_date BETWEEN ${halfStart} AND ${to}`,
    ),
    'legals.count': count(`stage = 'B Legals'`),
    'legals.value': sum(value, `stage = 'B Legals'`),
    'proposal.count': count(`stage = 'C Proposal sent'`),
    'proposal.value': sum(value, `stage = 'C Proposal sent'`),
    'poa.upcoming': count(upcoming),
    'poa.upcoming_value': sum(value, upcoming),
    'pipe.old': sum('pipe', old),
    'pipe.old_count': count(old),
    'pipe.old_clients': { unit: 'count', sql: `count(DISTINCT client) FILTER (WHERE ${old})` },
    'revenue.ytd': sum(
      'arr',
      `stage = 'A Closed' AND arr > 0 AND billing_start BETWEEN ${yearStart} AND ${asOf}`,
    ),
  };
}

const NAMED = {
  inbound: ['Inbound'],
  outbound: ['Outbound'],
  referral: ['Referral', 'Internal referral', 'External referral', 'Client referral'],
  event: ['Event'],
  partner: ['Partnership', 'Business partner', 'Consulting partner'],
  upsell: ['Upsell/Cross-sell'],
};
const listed = (values) => values.map((value) => `'${value}'`).join(', ');
const GROUPS = {
  ...Object.fromEntries(
    Object.entries(NAMED).map(([id, sources]) => [id, `type_of_source IN (${listed(sources)})`]),
  ),
  unassigned: `(type_of_source IS NULL OR type_of_source = 'None/Non-assigned')`,
  other: `type_of_source NOT IN (${listed([...Object.values(NAMED).flat(), 'None/Non-assigned'])})`,
};

/** Ten-thousandths: stage, source, weight, and the weight after some days. */
const WEIGHTS = [
  ['E Intro attended', 'Outbound', 1500, 1700, 180],
  ['E Intro attended', 'Inbound', 3500, 3300, 90],
  ['E Intro attended', 'Client referral', 7000, 0, 30],
  ['E Intro attended', 'Internal referral', 6000, 0, 30],
  ['E Intro attended', 'Partnership', 4000, 2500, 60],
  ['D POA Booked', null, 5000, 5000, 0],
  ['C Proposal sent', null, 5000, 3000, 90],
  ['B Legals', 'Client referral', 9000, 0, 15],
  ['B Legals', 'Internal referral', 8500, 0, 15],
  ['B Legals', 'Inbound', 9000, 7500, 45],
  ['B Legals', 'Outbound', 9000, 7500, 45],
  ['B Legals', 'Partnership', 8000, 5000, 30],
];

function weightSql(asOf) {
  const rows = WEIGHTS.map(([stage, source, weight, later, days]) => {
    const where = source === null ? '' : ` AND type_of_source = '${source}'`;
    const aged = `CASE WHEN ${asOf} - discovery_date > ${days} THEN ${later} ELSE ${weight} END`;
    return `WHEN stage = '${stage}'${where} THEN ${aged}`;
  });
  return `CASE ${rows.join(' ')} ELSE 0 END`;
}
