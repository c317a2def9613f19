import { inject } from '@angular/core';
import type { CanMatchFn } from '@angular/router';
import type { Right } from '@app/contracts';
import { Session } from './session';

/** Opens the route with the right; without it, the next route of the same path matches. */
export const permitted =
  (needs: Right): CanMatchFn =>
  async () => {
    const session = inject(Session);
    await session.whoIsThere();
    return session.can(needs);
  };
