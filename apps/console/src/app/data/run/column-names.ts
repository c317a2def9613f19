import { DEAL_LABELS } from '@app/domain/deal';

/** The headers of the sheet, but for two that the sheet itself spells in its own way. */
export const COLUMN_NAMES = { ...DEAL_LABELS, hubspot_link: 'HubSpot link', show_noshow: 'Show / no-show' };

/** `Discovery date` of `discovery_date`; a column of the sheet's own keeps its name. */
export function columnName(column: string): string {
  const known: Readonly<Record<string, string>> = COLUMN_NAMES;
  return known[column] ?? column;
}
