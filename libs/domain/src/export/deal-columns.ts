import { type DealField, SHEET_COLUMNS } from '../deal/sheet-columns.js';
import type { ExportColumn } from './export-column.js';

/**
 * The columns of an export of deals: those of the sheet, in its order and under its headers, so that an export can be
 * imported again.
 *
 * @see docs/domain.md, section 9
 */
export const DEAL_COLUMNS: readonly (ExportColumn & { readonly field: DealField })[] = SHEET_COLUMNS;
