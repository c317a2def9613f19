export const RECORDS = {
  none: 'No record.',
  hubspot: (client: string) => `${client} in HubSpot`,
  more: 'Reading more…',
  columns: {
    client: 'Client',
    stage: 'Stage',
    owner: 'AE',
    discovery_date: 'Entered',
    billing_start: 'Billing start',
    poa_date: 'POA',
    expected_arr: 'ARR',
    expected_mrr: 'MRR',
    pipeline: 'Pipe',
    weighted: 'Weighted',
    value: 'Value',
    view_name: 'View',
  },
} as const;
