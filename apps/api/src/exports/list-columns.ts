import type { DealRecord } from '@app/contracts';
import {
  DEAL_COLUMNS,
  type ExportCell,
  type ExportColumn,
  weightReason,
  type WeightTable,
} from '@app/domain';
import { refusedField } from '../refusals/refusal.js';

/** A column of a list of deals, as a file has it. */
export interface ListColumn extends ExportColumn {
  readonly field: string;
  readonly cell: (record: DealRecord, weights: WeightTable) => ExportCell;
}

const ofSheet = DEAL_COLUMNS.map((column): ListColumn => ({
  ...column,
  cell: (record) => record[column.field],
}));
const VIEW: ListColumn = { field: 'view_name', label: 'View', kind: 'text', cell: (deal) => deal.view_name };

/** What a list can show beside the columns of the sheet. */
const COMPUTED: readonly ListColumn[] = [
  VIEW,
  { field: 'source_group', label: 'Source group', kind: 'text', cell: (deal) => deal.source_group },
  { field: 'value', label: 'Value', kind: 'money', cell: (deal) => deal.value },
  { field: 'age', label: 'Age', kind: 'count', cell: (deal) => deal.age },
  { field: 'weight', label: 'Weight', kind: 'ratio', cell: (deal) => deal.weight },
  { field: 'reason', label: 'Why', kind: 'text', cell: weightReason },
  { field: 'weighted', label: 'Weighted', kind: 'money', cell: (deal) => deal.weighted },
];

const ALL = [...ofSheet, ...COMPUTED];

/** Names of the columns that a file of a list can be asked for. */
export const COLUMN_NAMES = ALL.map(({ field }) => field);

/**
 * The columns of a file: those that are shown, in their order, then what the sheet has beside them, so that the file
 * can be imported again. On a master the view comes first.
 */
export function listColumns(shown: readonly ListColumn[], isMaster: boolean): ListColumn[] {
  return [...new Set([...(isMaster ? [VIEW] : []), ...shown, ...ofSheet])];
}

/** @throws Refusal when there is no such column */
export function columnNamed(name: string): ListColumn {
  const column = ALL.find(({ field }) => field === name);
  if (!column) throw refusedField('columns', `columns must be of ${COLUMN_NAMES.join(', ')}.`);
  return column;
}
