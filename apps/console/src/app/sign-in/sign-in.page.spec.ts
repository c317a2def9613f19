import { provideHttpClient, withXhr } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AuthConfig } from '@app/contracts';
import { SignInPage } from './sign-in.page';
import { SIGN_IN } from './texts';

const NOTHING: AuthConfig = { google: false, demo: false, local: [], refusal: null };

async function open(config: Partial<AuthConfig>, address = '/sign-in'): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'sign-in', component: SignInPage }]),
      provideHttpClient(withXhr()),
      provideHttpClientTesting(),
    ],
  });
  const harness = await RouterTestingHarness.create(address);
  TestBed.inject(HttpTestingController)
    .expectOne('/api/auth/config')
    .flush({ ...NOTHING, ...config });
  await harness.fixture.whenStable();
  return harness.routeNativeElement!;
}

const linkIn = (page: HTMLElement) => page.querySelector('a.button');

describe('the sign-in page', () => {
  it('leads to Google, and from there back to the page that was asked for', async () => {
    const page = await open({ google: true }, '/sign-in?return=%2Fv%2Forganic%2Fdata%3Fperiod%3Dyear:2026');
    expect(linkIn(page)?.textContent.trim()).toBe(SIGN_IN.google);
    expect(linkIn(page)?.getAttribute('href')).toBe(
      '/api/auth/google?return=%2Fv%2Forganic%2Fdata%3Fperiod%3Dyear%3A2026',
    );
    expect(page.textContent).not.toContain(SIGN_IN.noWay);
  });

  it('says to whom a change of theirs brought here that it was not saved', async () => {
    expect((await open({}, '/sign-in?return=%2F&unsaved=')).textContent).toContain(SIGN_IN.unsaved);
    TestBed.resetTestingModule();
    expect((await open({}, '/sign-in?return=%2F')).textContent).not.toContain(SIGN_IN.unsaved);
  });

  it('leads nobody to another site', async () => {
    const page = await open({ google: true }, '/sign-in?return=%2F%2Fevil.example');
    expect(linkIn(page)?.getAttribute('href')).toBe('/api/auth/google?return=%2F');
  });

  it('does not name Google where nobody has set it up', async () => {
    const page = await open({});
    expect(linkIn(page)).toBeNull();
    expect(page.textContent).toContain(SIGN_IN.noWay);
  });

  it('says why the last sign-in was refused', async () => {
    const page = await open({ google: true, refusal: 'ada@example.com cannot sign in here.' });
    expect(page.querySelector('[role="alert"]')?.textContent).toBe('ada@example.com cannot sign in here.');
  });

  const TOKEN = 'a'.repeat(43);
  const press = (page: HTMLElement) => page.querySelector<HTMLButtonElement>('button')?.click();

  it('signs in by a link, when the person says so', async () => {
    const page = await open({ google: true }, `/sign-in#invitation=${TOKEN}`);
    const api = TestBed.inject(HttpTestingController);
    api.expectNone('/api/auth/invitation');
    expect(linkIn(page)).toBeNull();
    press(page);
    const asked = api.expectOne('/api/auth/invitation');
    expect(asked.request.body).toEqual({ token: TOKEN });
  });

  it('says what has become of a link, forgets it, and offers the other ways', async () => {
    const page = await open({ google: true }, `/sign-in#invitation=${TOKEN}`);
    press(page);
    TestBed.inject(HttpTestingController)
      .expectOne('/api/auth/invitation')
      .flush(
        { title: 'Unauthorized', status: 401, detail: 'This link opens nothing any more.' },
        { status: 401, statusText: 'Unauthorized' },
      );
    await vi.waitFor(() => expect(linkIn(page)).not.toBeNull());
    expect(page.querySelector('[role="alert"]')?.textContent).toBe('This link opens nothing any more.');
    expect(TestBed.inject(Router).url).toBe('/sign-in');
  });
});
