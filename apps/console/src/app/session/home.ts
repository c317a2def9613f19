import type { Params } from '@angular/router';
import type { View } from '@app/contracts';
import { remembered } from '../ui/base/memory';

/** The view to open where none is named: the last one, or the default; null when there is none to open. */
export function homeOf(views: readonly View[]): View | null {
  return (
    views.find((each) => each.id === remembered('view')) ??
    views.find((each) => each.is_default) ??
    views[0] ??
    null
  );
}

/** Where the bare address leads: the last view and people; null when there is no view to open. */
export function rememberedHome(views: readonly View[]): { view: string; queryParams: Params } | null {
  const view = homeOf(views);
  return view && { view: view.id, queryParams: ownersParameter() };
}

function ownersParameter(): Params {
  try {
    const owners: unknown = JSON.parse(remembered('owners') ?? '[]');
    return Array.isArray(owners) && owners.length > 0 ? { owner: owners.map(String) } : {};
  } catch {
    return {};
  }
}
