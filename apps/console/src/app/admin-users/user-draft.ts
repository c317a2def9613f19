import type { ChangeUser, Role, User } from '@app/contracts';

/** What is sent of a change. */
export type AccessChange = Pick<ChangeUser, keyof ChangeUser>;

/** What a form says that somebody may do. */
export interface AccessDraft {
  readonly role: Role;
  /** Names of views. */
  readonly views: readonly string[];
}

export const draftOf = ({ role, view_access }: Pick<User, 'role' | 'view_access'>): AccessDraft => ({
  role,
  views: view_access,
});

/** A view more, or one less; the order of the others stays. */
export const withView = (draft: AccessDraft, name: string, isChosen: boolean): AccessDraft => ({
  ...draft,
  views: isChosen
    ? [...draft.views.filter((each) => each !== name), name]
    : draft.views.filter((each) => each !== name),
});

/** What is to be written: only what differs, so that somebody else's change of the rest stays. */
export function changesOf(user: Pick<User, 'role' | 'view_access'>, draft: AccessDraft): AccessChange {
  const isSame =
    user.view_access.length === draft.views.length &&
    user.view_access.every((name) => draft.views.includes(name));
  return {
    ...(draft.role !== user.role && { role: draft.role }),
    ...(!isSame && { view_access: [...draft.views] }),
  };
}
