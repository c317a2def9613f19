import { auditFieldLabel, type AuditEntry, auditUntold, auditValue } from '@app/contracts';
import { SETTING_KINDS, type SettingKey, settingLabel } from '@app/domain/settings';
import type { Formats } from '../ui/base/formats';
import { ACTIVITY } from './texts';

/** A field that changed, in words. */
export interface ChangeLine {
  readonly field: string;
  readonly label: string;
  /** Null where there was nothing to tell before, as of what is new. */
  readonly before: string | null;
  readonly after: string;
  readonly isCut: boolean;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** What an entry changed, a line a field. */
export function changeLines(formats: Formats, entry: AuditEntry): ChangeLine[] {
  const write = writerOf(formats, entry);
  // Of what begins with it, every field was nothing before: saying so tells nothing.
  const isNew =
    !/_(?:changed|restored)$/.test(entry.action) && entry.changes.every(({ before }) => before === null);
  return auditUntold(entry).map((change) => ({
    field: change.field,
    label: labelOf(entry, change.field),
    before: isNew ? null : write(change.before),
    after: change.field === 'way' ? wayOf(change.after) : write(change.after),
    isCut: change.cut,
  }));
}

/** A field, in words; those of a sign-in by what they are of one. */
function labelOf({ action }: AuditEntry, field: string): string {
  if (field === 'way') return ACTIVITY.way;
  return action === 'signed_in' && field === 'expires_at' ? ACTIVITY.sessionEnds : auditFieldLabel(field);
}

/** How somebody signed in, in words. */
const wayOf = (way: unknown): string =>
  (ACTIVITY.ways as Readonly<Record<string, string>>)[String(way)] ?? auditValue(way);

/** A setting is written as in its history, everything else by what it is. */
function writerOf(formats: Formats, { action, subject }: AuditEntry): (value: unknown) => string {
  const key = subject?.id ?? '';
  if (action === 'setting_changed' && key in SETTING_KINDS)
    return (value) => settingLabel(key as SettingKey, value, (count) => formats.count(count));
  return (value) => {
    if (typeof value === 'number') return formats.count(value);
    if (typeof value === 'string' && INSTANT.test(value)) return formats.at(value);
    return auditValue(value);
  };
}
