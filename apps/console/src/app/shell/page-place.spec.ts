import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Location } from '@angular/common';
import { Router, provideRouter } from '@angular/router';
import { PagePlace } from './page-place';

@Component({ selector: 'app-somewhere', template: '' })
class Somewhere {}

const tops: number[] = [];
let height = 0;

beforeEach(async () => {
  TestBed.configureTestingModule({
    providers: [PagePlace, provideRouter([{ path: '**', component: Somewhere }])],
  });
  vi.spyOn(window, 'scrollTo').mockImplementation((...to: unknown[]) => {
    tops.push(Number(to[1]));
  });
  vi.spyOn(document.documentElement, 'scrollHeight', 'get').mockImplementation(() => height);
  height = 10_000;
  const router = TestBed.inject(Router);
  router.initialNavigation();
  TestBed.inject(PagePlace);
  await router.navigateByUrl('/v/organic/dashboard');
  tops.length = 0;
});
afterEach(() => vi.restoreAllMocks());

const scrolledTo = (top: number) => {
  vi.spyOn(window, 'scrollY', 'get').mockReturnValue(top);
  window.dispatchEvent(new Event('scroll'));
};

describe('the place of a page', () => {
  it('is its top where a link opens it, and the same where only its period or a drawer changes', async () => {
    const router = TestBed.inject(Router);
    scrolledTo(700);
    await router.navigateByUrl('/v/organic/dashboard?period=month:2026-11');
    expect(tops).toEqual([]);
    await router.navigateByUrl('/v/organic/projections');
    expect(tops).toEqual([0]);
  });

  it('is where it was left for whoever comes back, whatever was opened on it since', async () => {
    const router = TestBed.inject(Router);
    scrolledTo(700);
    await router.navigateByUrl('/v/organic/dashboard?explain=deals.closed', { replaceUrl: true });
    await router.navigateByUrl('/v/organic/projections');
    scrolledTo(40);
    TestBed.inject(Location).back();
    await vi.waitFor(() => expect(router.url).toBe('/v/organic/dashboard?explain=deals.closed'));
    await vi.waitFor(() => expect(tops).toEqual([0, 700]));
  });

  it('is kept for a reload', () => {
    scrolledTo(700);
    window.dispatchEvent(new Event('pagehide'));
    expect(localStorage.getItem('pipeline.place')).toBe('700 /v/organic/dashboard');
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
      { type: 'reload' } as unknown as PerformanceEntry,
    ]);
    TestBed.runInInjectionContext(() => new PagePlace());
    expect(tops).toEqual([700]);
  });
});
