import { HttpHeaders, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { from, of, switchMap } from 'rxjs';

/** An answer; null where there is none to be used. */
type Answer = HttpResponse<unknown> | null;

/** Longer than a page takes to put itself together: what is asked for later is meant to be new. */
const FRESH_MS = 10_000;

const kept = new Map<string, Answer | Promise<Answer>>();

/**
 * Takes what the browser asked for when it was told of the page (see `preloads.ts` of the API), so that it is
 * there, in the same turn, when the page asks: each of these answers came one frame later, and the next question after
 * it.
 */
export function takePreloadedAnswers({ performance, location, fetch }: typeof globalThis): void {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  for (const { name, initiatorType } of entries) {
    const url = name.replace(location.origin, '');
    if (initiatorType === 'link' && url.startsWith('/api/')) keep(url, answerOf(fetch(url)));
  }
  setTimeout(() => kept.clear(), FRESH_MS);
}

/** Answers a question with what was taken, once. */
export const preloadedAnswers: HttpInterceptorFn = (request, next) => {
  const url = request.urlWithParams;
  const answer = request.method === 'GET' ? kept.get(url) : undefined;
  if (!answer) return next(request);
  kept.delete(url);
  if (answer instanceof HttpResponse) return of(answer);
  return from(answer).pipe(switchMap((found) => (found ? of(found) : next(request))));
};

function keep(url: string, answer: Promise<Answer>): void {
  kept.set(url, answer);
  void answer.then((found) => kept.get(url) === answer && kept.set(url, found));
}

/** A refusal is asked for again: what is to be said of it the page reads itself. */
async function answerOf(asked: Promise<Response>): Promise<Answer> {
  const response = await asked.catch(() => null);
  if (response?.status !== 200) return null;
  const { url, status } = response;
  const body = (await response.json().catch(() => null)) as unknown;
  return body === null
    ? null
    : new HttpResponse({ url, status, body, headers: new HttpHeaders(response.headers) });
}
