import { counted, entered, ratio } from './make.js';
import { unbilled, undated } from './near-misses.js';
import { allOf, hasReachedPoa, isAny, isAttended, isClosed, isStalled, not, hasShow } from './predicates.js';

const CLOSED = 'closed deals with ARR whose billing starts in the period';

/** From the intro through the POA to the closed deal. */
export const FUNNEL = [
  entered(
    'intros.attended',
    'Intros attended',
    'Deals that entered in the period and whose first meeting took place.',
    isAttended,
    {
      target: 'intro',
      alsoCalled: ['meetings attended', 'meetings held', 'first meetings', 'discovery calls'],
      leftOut: [
        {
          reason: 'no-shows',
          one: 'no-show',
          doing: { one: 'is a no-show', many: 'are no-shows' },
          window: 'discovered',
          where: hasShow('Noshow'),
        },
        {
          reason: 'meetings not recorded as attended',
          one: 'meeting not recorded as attended',
          doing: { one: 'is not recorded as attended', many: 'are not recorded as attended' },
          window: 'discovered',
          where: allOf(not(isAttended), not(hasShow('Noshow'))),
        },
        undated(isAttended),
      ],
    },
  ),
  ratio({
    id: 'attendance.rate',
    label: 'Attendance rate',
    definition: 'Share of the deals that entered in the period whose first meeting took place.',
    formula: 'Intros attended / meetings.',
    alsoCalled: ['show rate', 'no-show rate', 'share attended'],
    numerator: 'intros.attended',
    denominator: 'meetings.total',
  }),
  entered(
    'poa.generated',
    'POA generated',
    'Deals that entered in the period and reached a second meeting: they are in POA Booked, Proposal sent, Legals, Closed, Lost or Lost - can be revived.',
    hasReachedPoa,
    {
      target: 'poa',
      alsoCalled: ['proof of agreement', 'second meetings', 'opportunities', 'qualified'],
      leftOut: [
        {
          reason: 'stalled deals',
          one: 'stalled deal',
          doing: { one: 'is stalled', many: 'are stalled' },
          window: 'discovered',
          where: isStalled,
        },
        undated(hasReachedPoa),
      ],
    },
  ),
  ratio({
    id: 'conversion.intro_to_poa',
    label: 'Intro to POA',
    definition: 'POA generated for each intro attended, of the deals that entered in the period.',
    formula: 'POA generated / intros attended.',
    alsoCalled: ['conversion rate', 'qualification rate', 'flow ratio'],
    numerator: 'poa.generated',
    denominator: 'intros.attended',
    hasTwoCohorts: true,
  }),
  counted({
    id: 'deals.closed',
    label: 'Deals closed',
    definition: `The ${CLOSED}.`,
    formula: 'Number of these deals.',
    window: 'billed',
    where: isClosed,
    target: 'deals_closed',
    alsoCalled: ['won deals', 'closed won', 'signed', 'wins', 'new customers'],
    leftOut: unbilled(isAny),
  }),
  counted({
    id: 'deals.arr',
    label: 'ARR closed',
    definition: `ARR of the ${CLOSED}.`,
    formula: 'Sum of their ARR.',
    window: 'billed',
    where: isClosed,
    amount: 'arr',
    target: 'arr_closed',
    alsoCalled: ['bookings', 'sales', 'revenue closed', 'won', 'annual recurring revenue'],
    leftOut: unbilled(isAny),
  }),
  counted({
    id: 'deals.mrr',
    label: 'MRR closed',
    definition: `MRR of the ${CLOSED}.`,
    formula: 'Sum of their MRR; one without MRR adds nothing.',
    window: 'billed',
    where: isClosed,
    amount: 'mrr',
    alsoCalled: ['monthly recurring revenue'],
    leftOut: unbilled(isAny),
  }),
  ratio({
    id: 'deals.average',
    label: 'Average deal',
    unit: 'money',
    definition: `Average ARR of the ${CLOSED}.`,
    formula: 'ARR closed / deals closed.',
    alsoCalled: ['ACV', 'deal size', 'contract value', 'basket'],
    numerator: 'deals.arr',
    denominator: 'deals.closed',
  }),
  ratio({
    id: 'conversion.poa_to_close',
    label: 'POA to close',
    definition: 'Deals closed in the period for each POA generated in it: two different groups of deals.',
    formula: 'Deals closed / POA generated.',
    alsoCalled: ['win rate', 'close rate', 'closing rate', 'hit rate', 'success rate', 'flow ratio'],
    numerator: 'deals.closed',
    denominator: 'poa.generated',
    hasTwoCohorts: true,
  }),
] as const;
