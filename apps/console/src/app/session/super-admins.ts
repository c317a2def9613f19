import { inject } from '@angular/core';
import type { CanMatchFn } from '@angular/router';
import { Session } from './session';

/** Opens to super admins; to the others the next route of the same address answers. */
export const onlySuperAdmins: CanMatchFn = async () => {
  const me = await inject(Session).whoIsThere();
  return me?.user.role === 'super_admin';
};
