import { HttpClient, provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { preloadedAnswers, takePreloadedAnswers } from './preloaded-answers';

const ORIGIN = 'https://pipeline.example';

/** A page whose browser was told to ask for these. */
function told(answers: Record<string, () => Promise<Response>>) {
  const asked: string[] = [];
  const entries = [
    ...Object.keys(answers).map((url) => ({ name: ORIGIN + url, initiatorType: 'link' })),
    { name: `${ORIGIN}/chunk-a.js`, initiatorType: 'link' },
    { name: `${ORIGIN}/api/views/a/filters`, initiatorType: 'xmlhttprequest' },
  ];
  takePreloadedAnswers({
    performance: { getEntriesByType: () => entries },
    location: { origin: ORIGIN },
    fetch: (url: string) => {
      asked.push(url);
      return answers[url]?.() ?? Promise.reject(new TypeError('no connection'));
    },
  } as unknown as typeof globalThis);
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withXhr(), withInterceptors([preloadedAnswers])),
      provideHttpClientTesting(),
    ],
  });
  const [http, api] = [TestBed.inject(HttpClient), TestBed.inject(HttpTestingController)];
  const read = (url: string) => {
    const seen: unknown[] = [];
    http.get(url, { observe: 'response' }).subscribe((answer) => seen.push(answer.body));
    return seen;
  };
  return { asked, api, http, read };
}

const json = (body: unknown, status = 200) => Promise.resolve(Response.json(body, { status }));
const turns = () => new Promise((resolve) => setTimeout(resolve));

describe('what the browser asked for with the page', () => {
  it('is there at once, one time, with the time of the server', async () => {
    const { asked, api, http, read } = told({
      '/api/views': () =>
        Promise.resolve(
          new Response('{"items":[1]}', { headers: { date: 'Sun, 29 Nov 2026 08:55:00 GMT' } }),
        ),
    });
    await turns();
    expect(asked).toEqual(['/api/views']);
    const dates: unknown[] = [];
    http.get('/api/views', { observe: 'response' }).subscribe(({ body, headers }) => {
      dates.push(body, headers.get('date'));
    });
    expect(dates).toEqual([{ items: [1] }, 'Sun, 29 Nov 2026 08:55:00 GMT']);
    read('/api/views');
    api.expectOne('/api/views');
  });

  it('is waited for where it is on its way', async () => {
    let arrive: (answer: Response) => void = () => undefined;
    const { api, read } = told({ '/api/auth/me': () => new Promise((resolve) => (arrive = resolve)) });
    const seen = read('/api/auth/me');
    api.expectNone('/api/auth/me');
    arrive(Response.json({ user: 'Ada' }));
    await turns();
    expect(seen).toEqual([{ user: 'Ada' }]);
  });

  it.each([
    ['was refused', () => json({ title: 'Nobody is signed in' }, 401)],
    ['did not arrive', () => Promise.reject(new TypeError('no connection'))],
    ['cannot be read', () => Promise.resolve(new Response('{'))],
  ])('is asked for by the page itself where it %s', async (_, answer) => {
    const { api, read } = told({ '/api/auth/me': answer });
    const early = read('/api/auth/me');
    await turns();
    api.expectOne('/api/auth/me').flush({ user: 'Ada' });
    expect(early).toEqual([{ user: 'Ada' }]);
  });

  it('is of that address and of reading alone, and only for the start of the page', async () => {
    vi.useFakeTimers();
    const { api, http, read } = told({ '/api/views': () => json({ items: [] }) });
    await vi.advanceTimersByTimeAsync(1);
    http.post('/api/views', {}).subscribe();
    read('/api/views?limit=1');
    await vi.advanceTimersByTimeAsync(10_000);
    read('/api/views');
    expect(api.match(() => true).map(({ request }) => request.urlWithParams)).toEqual([
      '/api/views',
      '/api/views?limit=1',
      '/api/views',
    ]);
    vi.useRealTimers();
  });
});
