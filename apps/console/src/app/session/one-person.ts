import { DOCUMENT, Injectable, effect, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent } from 'rxjs';
import { remember, rememberedAs } from '../ui/base/memory';
import { Session } from './session';

const KEY = 'person';

/**
 * The tabs of a browser share one session. Where another person signs in in one of them, the others begin anew: what
 * they show is of the one before, and what is done there would count as done by the new one.
 */
@Injectable()
export class OnePerson {
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly session = inject(Session);

  constructor() {
    effect(() => {
      const user = this.session.user();
      if (user) remember(KEY, user.id);
    });
    if (this.view)
      fromEvent<StorageEvent>(this.view, 'storage')
        .pipe(takeUntilDestroyed())
        .subscribe((event) => this.follow(event));
  }

  private follow({ key, newValue }: StorageEvent): void {
    const user = this.session.user();
    if (key === rememberedAs(KEY) && user && newValue !== null && newValue !== user.id)
      this.view?.location.reload();
  }
}
