import { counted, entered } from './make.js';
import { unbilled, undated } from './near-misses.js';
import { allOf, hasReachedPoa, isClosed, isRenewal, isUpsell, isUpsellOrRenewal } from './predicates.js';

const hasUpsellPoa = allOf(isUpsellOrRenewal, hasReachedPoa);
const isUpsellClosed = allOf(isUpsellOrRenewal, isClosed);

/** Business with existing clients. */
export const UPSELL = [
  entered(
    'upsell.meetings',
    'Upsell meetings',
    'Deals that entered in the period and are an upsell or cross-sell, by type or by source.',
    isUpsell,
    { target: 'upsell', alsoCalled: ['expansion', 'cross-sell'], leftOut: [undated(isUpsell)] },
  ),
  entered(
    'renewal.meetings',
    'Renewal meetings',
    'Deals that entered in the period and are a renewal; with an upsell source they count as upsell too.',
    isRenewal,
    { target: 'renewal', alsoCalled: ['retention'], leftOut: [undated(isRenewal)] },
  ),
  entered(
    'upsell.poa',
    'Upsell and renewal POA',
    'Upsells and renewals that entered in the period and reached a second meeting.',
    hasUpsellPoa,
    { leftOut: [undated(hasUpsellPoa)] },
  ),
  counted({
    id: 'upsell.closed',
    label: 'Upsell and renewal deals closed',
    definition: 'Closed upsells and renewals with ARR whose billing starts in the period.',
    formula: 'Number of these deals.',
    window: 'billed',
    where: isUpsellClosed,
    leftOut: unbilled(isUpsellOrRenewal),
  }),
  counted({
    id: 'upsell.arr',
    label: 'Upsell and renewal ARR',
    definition: 'ARR of closed upsells and renewals whose billing starts in the period.',
    formula: 'Sum of their ARR.',
    window: 'billed',
    where: isUpsellClosed,
    amount: 'arr',
    alsoCalled: ['expansion revenue', 'net retention'],
    leftOut: unbilled(isUpsellOrRenewal),
  }),
] as const;
