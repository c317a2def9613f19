import { HttpErrorResponse, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withNavigationErrorHandler } from '@angular/router';
import { Toasts } from '../ui/toast/toasts';
import { StartProblem } from '../session/start-problem';
import { MissedPage, OPEN_ANEW } from './missed-page';

@Component({ template: '' })
class Page {}

const NO_CODE = new TypeError('Failed to fetch dynamically imported module: /chunk-1.js');
const NO_SERVER: Error = new HttpErrorResponse({ status: 0 });

function open() {
  const failing = { with: null as Error | null };
  const load = () => (failing.with ? Promise.reject(failing.with) : Promise.resolve(Page));
  const openedAnew = vi.fn();
  TestBed.configureTestingModule({
    providers: [
      MissedPage,
      { provide: OPEN_ANEW, useValue: openedAnew },
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path: 'there', component: Page },
          { path: 'missed', loadComponent: load },
        ],
        withNavigationErrorHandler((error) => inject(StartProblem).report(error)),
      ),
    ],
  });
  const start = TestBed.inject(StartProblem);
  TestBed.inject(MissedPage);
  const router = TestBed.inject(Router);
  const alive = () => TestBed.inject(HttpTestingController).expectOne('/api/health/live');
  const turn = () => vi.advanceTimersByTimeAsync(0);
  const go = async (url: string) => {
    await router.navigateByUrl(url).catch(() => undefined);
    await turn();
  };
  /** Somebody is on a page, and asks for another one without a connection. */
  const missOffline = async () => {
    await go('/there');
    window.dispatchEvent(new Event('offline'));
    failing.with = NO_CODE;
    await go('/missed');
    alive().error(new ProgressEvent('error'));
    await turn();
  };
  const said = () =>
    TestBed.inject(Toasts)
      .shown()
      .map(({ text, action }) => [text, action?.label]);
  return { failing, openedAnew, start, router, alive, turn, go, missOffline, said };
}

describe('a page that cannot be opened', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('opens by itself as soon as the browser has a connection again', async () => {
    const { openedAnew, missOffline, said, start } = open();
    await missOffline();
    expect(said()).toEqual([
      [expect.stringContaining('You are offline. The page opens by itself'), undefined],
    ]);
    expect(start.problem()).toBeNull();
    expect(openedAnew).not.toHaveBeenCalled();
    window.dispatchEvent(new Event('online'));
    TestBed.tick();
    expect(openedAnew.mock.calls).toEqual([['/missed']]);
  });

  it('stays away once somebody has gone back to the page that is shown', async () => {
    const { openedAnew, missOffline, go, said } = open();
    await missOffline();
    await go('/there');
    expect(said()).toEqual([]);
    window.dispatchEvent(new Event('online'));
    TestBed.tick();
    expect(openedAnew).not.toHaveBeenCalled();
  });

  it('opens by itself as soon as a silent server answers', async () => {
    const { failing, router, alive, turn, go, said, start } = open();
    failing.with = NO_SERVER;
    await go('/missed');
    alive().error(new ProgressEvent('error'));
    await turn();
    expect(said()).toEqual([
      [expect.stringContaining('The server does not answer. The page opens'), undefined],
    ]);
    await vi.advanceTimersByTimeAsync(3_000);
    failing.with = null;
    alive().flush('ok');
    await turn();
    expect([router.url, said(), start.problem()]).toEqual(['/missed', [], null]);
  });

  it('offers a reload where the server answers and the code is not there, as after an update', async () => {
    const { failing, alive, turn, go, said } = open();
    await go('/there');
    failing.with = NO_CODE;
    await go('/missed');
    alive().flush('ok');
    await turn();
    expect(said()).toEqual([
      [
        'This page could not be loaded. The product may have been updated since this tab was opened.',
        'Reload',
      ],
    ]);
    await go('/there?again=1');
    expect(said()).toEqual([]);
  });
});
