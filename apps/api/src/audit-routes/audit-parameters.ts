import { AUDIT_ACTION_IDS } from '@app/contracts';
import { FORMAT } from '../exports/export-parameters.js';
import { changePages } from '../http/change-pages.js';
import { date, type QueryValues, someOf, text } from '../http/query-parameters.js';

/** Which entries are asked for. */
const FILTER = {
  from: date({
    name: 'from',
    description: 'From this day on, in the time zone of the installation.',
    example: '2026-11-01',
  }),
  to: date({ name: 'to', description: 'Up to the end of this day.', example: '2026-11-30' }),
  actor: text({
    name: 'actor',
    description:
      'Part of the address of a person or of the name of a token, in any case; or `schedule`, `command`, `installation` or `nobody`.',
    example: 'ada@example.com',
  }),
  actions: someOf(
    { name: 'action', description: 'What happened; repeat it for several. Default: everything.' },
    AUDIT_ACTION_IDS,
  ),
  view: text({
    name: 'view',
    description: 'Id of a view, one that is gone as well.',
    example: 'view-signal-1767225600',
  }),
  text: text({ name: 'q', description: 'Part of what it is about, in any case.', example: 'deals.csv' }),
};

export const AUDIT_PAGES = { ...FILTER, ...changePages('Entries') };
export const AUDIT_FILE = { ...FILTER, format: FORMAT };

export type AuditFilter = QueryValues<typeof FILTER>;
export type AuditPages = QueryValues<typeof AUDIT_PAGES>;
export type AuditFile = QueryValues<typeof AUDIT_FILE>;
