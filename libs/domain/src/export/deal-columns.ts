import { DEAL_FIELDS, type DealField } from '../deal/deal.js';
import { DEAL_LABELS } from '../deal/deal-labels.js';
import type { ColumnKind, ExportColumn } from './export-column.js';

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
