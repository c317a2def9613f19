import { inject } from '@angular/core';
import type { CanMatchFn } from '@angular/router';
import type { Permission } from '@app/contracts';
import { Session } from './session';

/** Opens to who has the permission; to the others the next route of the same address answers. */
export const permitted =
  (needs: Permission): CanMatchFn =>
  async () => {
    const me = await inject(Session).whoIsThere();
    return me?.permissions.includes(needs) ?? false;
  };
