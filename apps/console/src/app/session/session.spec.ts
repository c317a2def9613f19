import { HttpClient, HttpContext, provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import {
  HttpTestingController,
  type TestRequest,
  provideHttpClientTesting,
} from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { me, view } from '../testing/answers';
import { Formats } from '../ui/base/formats';
import { onlySignedIn, onlySignedOut } from './guards';
import { Session } from './session';
import { asQuestion, signInAgain } from './sign-in-again';
import { toHome } from './view-guards';

@Component({ template: '' })
class Page {
  readonly http = inject(HttpClient);
}

const NOBODY = { status: 401, statusText: 'Unauthorized' };

function start() {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'sign-in', canActivate: [onlySignedOut], component: Page },
        {
          path: '',
          pathMatch: 'full',
          canActivate: [onlySignedIn],
          children: [{ path: '', canActivate: [toHome], component: Page }],
        },
        { path: '**', canActivate: [onlySignedIn], component: Page },
      ]),
      provideHttpClient(withXhr(), withInterceptors([signInAgain])),
      provideHttpClientTesting(),
    ],
  });
  return TestBed.inject(HttpTestingController);
}

const soon = () => new Promise((resolve) => setTimeout(resolve));

describe('the session', () => {
  it('leads to sign-in and back when nobody is signed in', async () => {
    const api = start();
    const opening = RouterTestingHarness.create('/v/organic/dashboard?period=half:2026-H2&explain=deals.arr');
    await soon();
    api.expectOne('/api/auth/me').flush(null, NOBODY);
    await opening;
    const router = TestBed.inject(Router);
    expect(router.url.startsWith('/sign-in')).toBe(true);
    expect(router.parseUrl(router.url).queryParams.return).toBe(
      '/v/organic/dashboard?period=half:2026-H2&explain=deals.arr',
    );
  });

  it('writes money in the currency of the installation from then on', async () => {
    const api = start();
    const question = TestBed.inject(Session).whoIsThere();
    api.expectOne('/api/auth/me').flush({ ...me(), installation: { ...me().installation, currency: 'EUR' } });
    expect((await question)?.user.name).toBe('Hugo Marchand');
    expect(TestBed.inject(Formats).money(5)).toBe('€5');
  });

  it.each([
    ['a GET', 'GET', new HttpContext(), '/sign-in?return=%2Fv%2Forganic%2Fdata'],
    ['a PUT', 'PUT', new HttpContext(), '/sign-in?return=%2Fv%2Forganic%2Fdata&unsaved='],
    ['a long question', 'POST', asQuestion(), '/sign-in?return=%2Fv%2Forganic%2Fdata'],
  ])('leads to sign-in and back when a session ends in the middle of %s', async (_, method, context, url) => {
    const api = start();
    const opening = RouterTestingHarness.create('/v/organic/data');
    await soon();
    api.expectOne('/api/auth/me').flush(me());
    await opening;
    TestBed.inject(HttpClient)
      .request(method, '/api/views', { context })
      .subscribe({ error: () => undefined });
    api.expectOne('/api/views').flush(null, NOBODY);
    await soon();
    expect(TestBed.inject(Router).url).toBe(url);
    expect(TestBed.inject(Session).user()).toBeNull();
  });

  it.each([
    ['%2Fv%2Fsignal%2Fdata%3Fperiod%3Dyear:2026', '/v/signal/data?period=year:2026'],
    ['%2F%2Fevil.example', '/v/organic/dashboard'],
    ['%2Fv%2F%25zz', '/v/organic/dashboard'],
  ])('leads somebody who is signed in already to the page that was asked for: %s', async (wanted, url) => {
    const api = start();
    const opening = RouterTestingHarness.create(`/sign-in?return=${wanted}`);
    await soon();
    api.expectOne('/api/auth/me').flush(me());
    await soon();
    const [views] = api.match('/api/views');
    views?.flush({ items: [view()], next_cursor: null, total: 1 });
    api.match('/api/start-page').forEach((asked) => asked.flush({ saved_page: null }));
    await opening;
    expect(TestBed.inject(Router).url).toBe(url);
  });

  /** Where the bare address leads. */
  async function leadsTo(answer: (asked: TestRequest) => void): Promise<string> {
    localStorage.setItem('pipeline.view', 'signal');
    localStorage.setItem('pipeline.owners', '["Hugo"]');
    const api = start();
    const opening = RouterTestingHarness.create('/');
    await soon();
    api.expectOne('/api/auth/me').flush(me());
    await soon();
    const items = [view(), view({ id: 'signal', name: 'Signal', is_default: false })];
    api.expectOne('/api/views').flush({ items, next_cursor: null, total: 2 });
    answer(api.expectOne('/api/start-page'));
    await opening;
    return TestBed.inject(Router).url;
  }

  it('leads from the bare address to the last view and people', async () => {
    expect(await leadsTo((asked) => asked.flush({ saved_page: null }))).toBe(
      '/v/signal/dashboard?owner=Hugo',
    );
  });

  it('leads there, too, where the start page is not told', async () => {
    expect(await leadsTo((asked) => asked.error(new ProgressEvent('error')))).toBe(
      '/v/signal/dashboard?owner=Hugo',
    );
  });

  it('leads from the bare address to the start page, whose period follows the calendar', async () => {
    const parameters = { period: 'last_month', against: 'last_year', owner: ['Inès', ''] } as const;
    const saved_page = { view_id: 'organic', page: 'deals-pipeline', parameters };
    expect(await leadsTo((asked) => asked.flush({ saved_page }))).toBe(
      '/v/organic/deals-pipeline?period=month:2026-10&against=last_year&owner=In%C3%A8s&owner=',
    );
  });
});
