export const DEALS = {
  heading: 'Deals & pipeline',
  closed: {
    numbers: 'Deals closed',
    mrr: 'MRR closed',
    average: 'Average deal',
    months: {
      heading: 'Deals closed, month by month',
      aside: 'by billing start',
      arr: 'ARR closed',
      deals: 'Deals closed',
    },
    list: 'Closed deals',
  },
  pipe: {
    numbers: 'Pipeline',
    open: 'Open pipe',
    openWeighted: 'Open pipe, weighted',
    openDeals: 'Open deals',
    months: {
      heading: 'New pipe, month by month',
      aside: 'by the date a deal entered',
      created: 'New pipe',
      weighted: 'Weighted today',
    },
    half: {
      heading: 'Weighted pipe of the half',
      aside: 'open deals entered since it began',
      month: 'Added in the month',
      soFar: 'So far',
    },
    owners: { heading: 'Pipeline by AE', aside: 'totals are the numbers above' },
    list: 'Open pipe, deal by deal',
  },
  weights: { heading: 'Weights', aside: 'what a deal counts of its pipe' },
  old: {
    numbers: 'Old pipe',
    pipe: 'Old pipe',
    deals: 'Deals',
    clients: 'Clients',
    list: 'To recontact',
  },
} as const;
