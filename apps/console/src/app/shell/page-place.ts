import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationCancel, NavigationEnd, NavigationError, NavigationStart, Router } from '@angular/router';

/** A page that is not as long as it was by then has changed. */
const LONGEST_MS = 5_000;

/**
 * Where a page is scrolled to: one that a link opens begins at its top; one that somebody comes back to stands where it
 * was left, once it is as long again as it was. A browser does either for documents, not for what takes their place.
 */
@Injectable()
export class PagePlace {
  private readonly router = inject(Router);
  private readonly view = inject(DOCUMENT).defaultView;
  /** Pixels from the top, by navigation. */
  private readonly left = new Map<number, number>();
  private current = this.router.lastSuccessfulNavigation()?.id ?? 0;
  private page = this.pageOf(this.router.url);
  private top = 0;
  /** A page that makes room for another is no longer where it was left. */
  private isLeaving = false;
  private waiting = new AbortController();

  constructor() {
    this.router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationStart) this.leave(event);
      if (event instanceof NavigationEnd) this.arrive(event);
      if (event instanceof NavigationCancel || event instanceof NavigationError) this.isLeaving = false;
    });
    // The browser would go to where the page was before it is as long again; after a reload it may.
    const own = new AbortController();
    this.byBrowser(false);
    this.view?.addEventListener('pagehide', () => this.byBrowser(true), own);
    // Noted while somebody scrolls: asked for when the page is left, it would cost a layout at each press of a link.
    this.view?.addEventListener('scroll', () => this.note(), { signal: own.signal, passive: true });
    inject(DestroyRef).onDestroy(() => {
      this.byBrowser(true);
      own.abort();
      this.waiting.abort();
    });
  }

  private note(): void {
    if (!this.isLeaving) this.left.set(this.current, this.view?.scrollY ?? 0);
  }

  private byBrowser(isLeft: boolean): void {
    if (this.view) this.view.history.scrollRestoration = isLeft ? 'auto' : 'manual';
  }

  private leave({ restoredState, navigationTrigger }: NavigationStart): void {
    this.isLeaving = true;
    const before = navigationTrigger === 'popstate' ? restoredState?.navigationId : undefined;
    this.top = (before === undefined ? undefined : this.left.get(before)) ?? 0;
  }

  private arrive({ id, urlAfterRedirects }: NavigationEnd): void {
    const stood = this.left.get(this.current) ?? 0;
    this.current = id;
    this.isLeaving = false;
    const page = this.pageOf(urlAfterRedirects);
    if (page === this.page) {
      this.left.set(id, stood); // a filter, a period, what is open: the reader stays where they are
      return;
    }
    this.page = page;
    this.waiting.abort();
    this.waiting = new AbortController();
    this.scroll(this.top, this.waiting.signal);
  }

  /** At once as far as the page reaches, then on as it grows, until somebody scrolls. */
  private scroll(top: number, signal: AbortSignal): void {
    const { view } = this;
    if (!view) return;
    const { documentElement: root, body } = view.document;
    view.scrollTo(0, top);
    const isThere = () => root.scrollHeight - view.innerHeight >= top;
    if (isThere()) return;
    const grown = new ResizeObserver(() => {
      view.scrollTo(0, top);
      if (isThere()) end();
    });
    const end = () => {
      clearTimeout(timer);
      grown.disconnect();
    };
    const timer = setTimeout(end, LONGEST_MS);
    grown.observe(body);
    signal.addEventListener('abort', end);
    for (const own of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
      view.addEventListener(own, end, { signal, once: true, passive: true });
  }

  private pageOf(url: string): string {
    return url.replace(/[?#].*$/, '');
  }
}
