import type { DedupeRule, View } from '@app/contracts';

/** Rules that say which rows are one deal, the usual one first. */
export const DEDUPE_RULES: readonly DedupeRule[] = ['client_stage', 'link', 'none'];

/** A view as it stands in the form. */
export interface ViewDraft {
  readonly name: string;
  readonly isMaster: boolean;
  readonly parts: readonly string[];
  readonly assigned: string;
  readonly sheet: string;
  readonly tab: string;
  readonly dedupe: DedupeRule;
  readonly isDefault: boolean;
}

/**
 * The form of a view, or of a new one.
 *
 * @param addsUpAll a master that names no views
 */
export function draftOf(view: View | null, addsUpAll: boolean): ViewDraft {
  return {
    name: view?.name ?? '',
    isMaster: view?.is_master ?? false,
    parts: view && !addsUpAll ? view.aggregates_from : [],
    assigned: view?.assigned_user ?? '',
    sheet: view?.sheet_url ?? '',
    tab: view?.sheet_name ?? '',
    dedupe: view?.dedupe ?? 'client_stage',
    isDefault: view?.is_default ?? false,
  };
}

/** What is sent of a form; a body that names less changes less. */
type Sent = Readonly<Record<string, unknown>>;

/** What the form changes of what is stored, and nothing else: others may change the rest meanwhile. */
export function changesOf(stored: ViewDraft, draft: ViewDraft): Sent {
  const before = bodyOf(stored);
  const changed = Object.entries(bodyOf(draft)).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]),
  );
  const isMadeDefault = draft.isDefault && !stored.isDefault;
  return { ...Object.fromEntries(changed), ...(isMadeDefault && { is_default: true }) };
}

/** What a new view is made of. */
export const newViewOf = (draft: ViewDraft): Sent => ({ ...bodyOf(draft), is_master: draft.isMaster });

function bodyOf({ name, isMaster, parts, assigned, sheet, tab, dedupe }: ViewDraft): Sent {
  const given = { name: name.trim(), assigned_user: assigned.trim() || null };
  if (isMaster) return { ...given, aggregates_from: [...parts] };
  return { ...given, sheet_url: sheet.trim() || null, sheet_name: tab.trim() || null, dedupe };
}
