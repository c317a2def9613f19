import { DEAL_FIELDS, type DealField } from '../deal.js';
import type { ColumnKind, ExportColumn } from './export-column.js';

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

const KINDS: Readonly<Partial<Record<DealField, ColumnKind>>> = {
  discovery_date: 'date',
  poa_date: 'date',
  billing_start: 'date',
  expected_mrr: 'money',
  expected_arr: 'money',
  pipeline: 'money',
};

/**
 * The columns of an export of deals: those of the sheet, in its order and under its headers, so that an export can be
 * imported again.
 *
 * @see docs/domain.md, section 9
 */
export const DEAL_COLUMNS: readonly (ExportColumn & { readonly field: DealField })[] = DEAL_FIELDS.map(
  (field) => ({ field, label: DEAL_LABELS[field], kind: KINDS[field] ?? 'text' }),
);
