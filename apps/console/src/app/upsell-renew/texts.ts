export const UPSELL = {
  heading: 'Upsells & renewals',
  numbers: 'Business with existing clients',
  upsells: 'Upsell meetings',
  renewals: 'Renewal meetings',
  poa: 'POA generated',
  closed: 'Deals closed',
  arr: 'ARR closed',
  months: {
    heading: 'Month by month',
    aside: 'closed ARR by billing start',
    upsells: 'Upsell meetings',
    renewals: 'Renewal meetings',
    poa: 'POA',
    arr: 'ARR closed',
  },
  partners: {
    heading: 'Partner performance',
    label: 'Partner',
    aside: 'then the stages of these deals, each counted once',
    none: 'No upsell and no renewal in this period.',
  },
  lists: { upsells: 'Upsell intros', renewals: 'Renewal intros', poa: 'POA of upsells and renewals' },
} as const;
