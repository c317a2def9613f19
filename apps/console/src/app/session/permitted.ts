import { inject } from '@angular/core';
import type { CanMatchFn } from '@angular/router';
import type { Permission } from '@app/contracts';
import { Session } from './session';

/** Opens the route with the permission; without it, the next route of the same path matches. */
export const permitted =
  (needs: Permission): CanMatchFn =>
  async () => {
    const me = await inject(Session).whoIsThere();
    return me?.permissions.includes(needs) ?? false;
  };
