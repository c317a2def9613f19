import type { DealField } from './deal.js';

/** The header of each column in the sheet. */
export const DEAL_LABELS: Readonly<Record<DealField, string>> = {
  month: 'Month',
  discovery_date: 'Discovery date',
  client: 'Client',
  hubspot_link: 'Hubspot link',
  stage: 'Stage',
  relevance: 'Relevance',
  show_noshow: 'Show/Nowshow',
  poa_date: 'POA date',
  expected_mrr: 'Expected MRR',
  expected_arr: 'Expected ARR',
  pipeline: 'Pipeline',
  type_of_deal: 'Type of deal',
  bdr: 'BDR',
  type_of_source: 'Type of source',
  product: 'Product',
  owner: 'Owner',
  supporters: 'Supporters',
  billing_start: 'Billing start',
};
