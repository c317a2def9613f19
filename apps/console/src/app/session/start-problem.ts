import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { DOCUMENT, DestroyRef, Service, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type NavigationError, NavigationEnd, Router } from '@angular/router';
import { filter, firstValueFrom } from 'rxjs';
import { Connection } from '../ui/base/connection';
import { type ShownProblem, problemOf } from '../ui/base/problem';
import { TEXTS } from '../ui/base/texts';
import { Toasts } from '../ui/toast/toasts';
import { ALIVE } from './api';

const FIRST_LOOK_MS = 3_000;
const LAST_LOOK_MS = 60_000;

/**
 * Why a page could not be opened, such as a server that does not respond, and what becomes of it: it is opened as soon
 * as the server can be reached again. Where the server answers and the page's code is not there, this console is an old
 * version of it, as after an update of the product: a reload is offered.
 */
@Service()
export class StartProblem {
  private readonly router = inject(Router);
  private readonly http = inject(HttpClient);
  private readonly location = inject(DOCUMENT).location;
  private readonly connection = inject(Connection);
  private readonly toasts = inject(Toasts);
  private readonly reported = signal<ShownProblem | null>(null);
  private hasOpened = false;
  /** The page that could not be opened. */
  private missed: { url: string } | null = null;
  private next: ReturnType<typeof setTimeout> | undefined;
  private untell: () => void = () => undefined;

  /** What stands in place of the page; null while another one is shown, beside which a message says it. */
  readonly problem = this.reported.asReadonly();

  constructor() {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.opened());
    effect(() => {
      if (this.connection.returned() > 0) untracked(() => this.retry());
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.next));
  }

  report({ error, url }: Pick<NavigationError, 'error' | 'url'>): void {
    const missed = { url };
    this.forget();
    this.missed = missed;
    const problem = problemOf(error);
    // No answer at all: of the server, or of the file with the page's code.
    if (problem.status === 0) void this.lookFor(missed, isOfCode(error), FIRST_LOOK_MS);
    else this.tell(problem, { label: TEXTS.retry, run: () => this.retry() });
  }

  /** Opens the page that could not be opened. */
  retry(): void {
    if (this.missed) void this.router.navigateByUrl(this.missed.url).catch(() => undefined); // it is reported anew
  }

  private opened(): void {
    this.hasOpened = true;
    this.forget();
  }

  private forget(): void {
    this.missed = null;
    clearTimeout(this.next);
    this.reported.set(null);
    this.untell();
    this.untell = () => undefined;
  }

  /** Finds out whether the server answers; until it does, again and again. */
  private async lookFor(missed: { url: string }, isOfCode: boolean, wait: number): Promise<void> {
    const isThere = await this.answers();
    if (missed !== this.missed) return;
    if (isThere && isOfCode) {
      const { outdated, outdatedDetail, reload } = TEXTS.problems;
      const run = () => this.location.assign(missed.url);
      this.tell(
        { title: outdated, detail: outdatedDetail, requestId: null, status: 0 },
        { label: reload, run },
      );
      return;
    }
    if (isThere) {
      this.retry();
      return;
    }
    if (wait === FIRST_LOOK_MS) this.tell(away(this.connection.isOffline()), null);
    this.next = setTimeout(() => void this.lookFor(missed, false, Math.min(2 * wait, LAST_LOOK_MS)), wait);
  }

  private answers(): Promise<boolean> {
    return firstValueFrom(this.http.get(ALIVE, { responseType: 'text' })).then(
      () => true,
      (error: unknown) => error instanceof HttpErrorResponse && error.status !== 0,
    );
  }

  private tell(problem: ShownProblem, action: { label: string; run: () => void } | null): void {
    if (!this.hasOpened) {
      this.reported.set(problem);
      return;
    }
    const text = `${problem.title}. ${problem.detail}`;
    this.untell = this.toasts.say({ text, isProblem: true, stays: null, ...(action && { action }) });
  }
}

const isOfCode = (error: unknown): boolean => !(error instanceof HttpErrorResponse);

const away = (isOffline: boolean): ShownProblem => ({
  title: isOffline ? TEXTS.problems.offline : TEXTS.problems.away,
  detail: TEXTS.problems.opensByItself,
  requestId: null,
  status: 0,
});
