import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationCancel, NavigationEnd, NavigationError, NavigationStart, Router } from '@angular/router';
import { remember, remembered } from '../ui/base/memory';

/** A page that is not as long as it was by then has changed. */
const LONGEST_MS = 5_000;
/** A page whose length is the same for so long is whole: what stands above is not going to push the reader on. */
const STILL_MS = 500;
/** Where the page was when it was left, by the name of the choice that is kept. */
const KEPT = 'place';

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
    // The browser would go to where the page was before it is as long again.
    const own = new AbortController();
    this.byBrowser(false);
    this.view?.addEventListener('pagehide', () => this.keep(), own);
    this.comeBack();
    // Noted while somebody scrolls: asked for when the page is left, it would cost a layout at each press of a link.
    this.view?.addEventListener('scroll', () => this.note(), { signal: own.signal, passive: true });
    inject(DestroyRef).onDestroy(() => {
      this.byBrowser(true);
      own.abort();
      this.waiting.abort();
    });
  }

  /** For a reload: the browser would give up before the numbers are there. */
  private keep(): void {
    remember(KEPT, `${String(this.view?.scrollY ?? 0)} ${this.page}`);
  }

  private comeBack(): void {
    const [entry] = this.view?.performance.getEntriesByType('navigation') ?? [];
    if ((entry as PerformanceNavigationTiming | undefined)?.type !== 'reload') return;
    const [top = '', page] = remembered(KEPT)?.split(' ') ?? [];
    if (page === this.page) this.scroll(Number(top) || 0, this.waiting.signal);
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

  /** At once as far as the page reaches, then on as it grows, until it is whole or somebody scrolls. */
  private scroll(top: number, signal: AbortSignal): void {
    const { view } = this;
    if (!view) return;
    const { documentElement: root, body } = view.document;
    view.scrollTo(0, top);
    if (top === 0) return;
    // The browser would hold on to what is in sight by now, which is not what was.
    root.style.overflowAnchor = 'none';
    let still: ReturnType<typeof setTimeout> | undefined;
    const grown = new ResizeObserver(() => {
      view.scrollTo(0, top);
      clearTimeout(still);
      if (root.scrollHeight - view.innerHeight >= top) still = setTimeout(end, STILL_MS);
    });
    const end = () => {
      clearTimeout(longest);
      clearTimeout(still);
      grown.disconnect();
      root.style.overflowAnchor = '';
    };
    const longest = setTimeout(end, LONGEST_MS);
    grown.observe(body);
    signal.addEventListener('abort', end);
    for (const own of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
      view.addEventListener(own, end, { signal, once: true, passive: true });
  }

  private pageOf(url: string): string {
    return url.replace(/[?#].*$/, '');
  }
}
