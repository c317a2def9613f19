import type { Permission, ViewRight } from '@app/contracts';
import type { StoredView } from './stored-view.js';
import type { Asker } from '../users/asker.js';

/** Whether a person may read a view. Source: docs/domain.md, section 7. */
export function canOpen(asker: Asker, view: StoredView, all: readonly StoredView[]): boolean {
  if (isSuperAdmin(asker)) return true;
  if (asker.viewAccess.length > 0) return asker.viewAccess.includes(view.name);
  return view.id === defaultView(all)?.id;
}

/** Whether a person may bring data into a view they can open. That a master takes none is checked elsewhere. */
export const canUpload = (asker: Asker): boolean => !asker.isDemo;

/** The demo user writes nothing, whatever role its document names. */
export const isSuperAdmin = (asker: Asker): boolean => asker.role === 'super_admin' && !asker.isDemo;

/**
 * Whether a person writes the point of view: a super admin does not, unless it is theirs.
 *
 * @param povOwner address, in lower case
 */
export const isPovOwner = (asker: Asker, povOwner: string): boolean =>
  asker.email.toLowerCase() === povOwner && !asker.isDemo;

/** What a person may do in a view they can open. */
export function rightsIn(asker: Asker, view: StoredView, povOwner: string): ViewRight[] {
  const rights: ViewRight[] = ['read'];
  if (canUpload(asker) && !view.isMaster) rights.push('upload');
  if (isSuperAdmin(asker)) rights.push('manage');
  if (isPovOwner(asker, povOwner)) rights.push('write_pov');
  return rights;
}

/** What a person may do across views. */
export function permissionsOf(asker: Asker, povOwner: string): Permission[] {
  const admin: Permission[] = ['manage_users', 'manage_views', 'manage_targets', 'manage_settings'];
  return [
    ...(isSuperAdmin(asker) ? admin : []),
    ...(isPovOwner(asker, povOwner) ? (['write_pov'] as const) : []),
  ];
}

/**
 * The view of a person without an access list: the flagged one, else Organic. Never a master: that one has to be named
 * in somebody's access list.
 */
export function defaultView(all: readonly StoredView[]): StoredView | null {
  const plain = all.filter((view) => !view.isMaster);
  return plain.find((view) => view.isDefault) ?? plain.find((view) => view.name === 'Organic') ?? null;
}
