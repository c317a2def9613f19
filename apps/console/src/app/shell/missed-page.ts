import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { DOCUMENT, DestroyRef, Injectable, InjectionToken, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, NavigationSkipped, Router } from '@angular/router';
import { filter, firstValueFrom } from 'rxjs';
import { StartProblem, type Unopened } from '../session/start-problem';
import { Connection } from '../ui/base/connection';
import { problemOf } from '../ui/base/problem';
import { TEXTS } from '../ui/base/texts';
import { Toasts } from '../ui/toast/toasts';
import { ALIVE_URL } from './api';
import { SHELL } from './texts';

const FIRST_LOOK_MS = 3_000;
const LAST_LOOK_MS = 60_000;

/** Opens an address of the console with all of its code loaded anew. */
export const OPEN_ANEW = new InjectionToken<(url: string) => void>('opens an address anew', {
  factory: () => {
    const { location } = inject(DOCUMENT);
    return (url) => location.assign(url);
  },
});

/**
 * A page that could not be opened beside the one that is shown: it is opened as soon as the server can be reached again.
 * Where the server answers and the page's code is not there, this console is an old version of it, as after an update of
 * the product: a reload is offered.
 */
@Injectable()
export class MissedPage {
  private readonly router = inject(Router);
  private readonly http = inject(HttpClient);
  private readonly openAnew = inject(OPEN_ANEW);
  private readonly connection = inject(Connection);
  private readonly toasts = inject(Toasts);
  private missed: Unopened | null = null;
  private next: ReturnType<typeof setTimeout> | undefined;
  private untell: () => void = () => undefined;

  constructor() {
    const start = inject(StartProblem);
    start.instead = (page) => this.miss(page);
    this.router.events
      .pipe(
        // Whoever goes back to the page that is shown wants the other one no longer; that is no navigation to the router.
        filter((event) => event instanceof NavigationEnd || event instanceof NavigationSkipped),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.forget());
    effect(() => {
      if (this.connection.returned() > 0) untracked(() => this.retry());
    });
    inject(DestroyRef).onDestroy(() => {
      start.instead = null;
      this.forget();
    });
  }

  private miss(page: Unopened): void {
    this.forget();
    this.missed = page;
    const { title, detail, status } = problemOf(page.error);
    // No answer at all: of the server, or of the file with the page's code.
    if (status === 0) void this.lookFor(page, isOfCode(page), FIRST_LOOK_MS);
    else this.tell(`${title}. ${detail}`, { label: TEXTS.retry, run: () => this.retry() });
  }

  private retry(): void {
    const page = this.missed;
    if (!page) return;
    // A browser does not ask again for code that it once did not get.
    if (isOfCode(page)) this.openAnew(page.url);
    else void this.router.navigateByUrl(page.url).catch(() => undefined); // it is missed anew
  }

  private forget(): void {
    this.missed = null;
    clearTimeout(this.next);
    this.untell();
    this.untell = () => undefined;
  }

  /** Finds out whether the server answers; until it does, again and again. */
  private async lookFor(page: Unopened, isOfItsCode: boolean, wait: number): Promise<void> {
    const isThere = await this.answers();
    if (page !== this.missed) return;
    if (isThere && isOfItsCode)
      this.tell(SHELL.missed.outdated, {
        label: SHELL.missed.reload,
        run: () => this.openAnew(page.url),
      });
    else if (isThere) this.retry();
    else {
      if (wait === FIRST_LOOK_MS)
        this.tell(this.connection.isOffline() ? SHELL.missed.offline : SHELL.missed.away, null);
      const longer = Math.min(2 * wait, LAST_LOOK_MS);
      this.next = setTimeout(() => void this.lookFor(page, false, longer), wait);
    }
  }

  private answers(): Promise<boolean> {
    return firstValueFrom(this.http.get(ALIVE_URL, { responseType: 'text' })).then(
      () => true,
      (error: unknown) => error instanceof HttpErrorResponse && error.status !== 0,
    );
  }

  private tell(text: string, action: { label: string; run: () => void } | null): void {
    this.untell = this.toasts.say({ text, isProblem: true, stays: null, ...(action && { action }) });
  }
}

const isOfCode = ({ error }: Unopened): boolean => !(error instanceof HttpErrorResponse);
