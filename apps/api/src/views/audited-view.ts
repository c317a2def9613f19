import type { StoredView } from './stored-view.js';

/** A view as the audit log tells of it, in the contract's names. */
export const auditedView = (view: StoredView) => ({
  name: view.name,
  collection: view.collection,
  is_master: view.isMaster,
  is_default: view.isDefault,
  assigned_user: view.assignedUser,
  aggregates_from: view.aggregatesFrom,
  sheet_url: view.sheetUrl,
  sheet_name: view.sheetName,
  dedupe: view.dedupe,
});

/** How its sheets are read. */
export const auditedReading = ({ reading }: StoredView) => ({
  encoding: reading.encoding,
  separator: reading.separator,
  date_order: reading.dateOrder,
  columns: reading.columns,
});
