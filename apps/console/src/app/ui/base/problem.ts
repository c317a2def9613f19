import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@app/contracts';
import { TEXTS } from './texts';

/** An error in words that a user can act on. */
export interface ShownProblem {
  title: string;
  detail: string;
  /** Identifies the request in the server's log; null when it never reached the server. */
  requestId: string | null;
  status: number;
}

/** Turns an error of HttpClient, or any other, into a readable problem. */
export function problemOf(error: unknown): ShownProblem {
  if (!(error instanceof HttpErrorResponse)) return unknownProblem(0);
  if (error.status === 0) return offline();
  return isProblem(error.error) ? fromServer(error.error) : unknownProblem(error.status);
}

// A proxy between server and console may answer with less than a full problem document.
function fromServer(problem: Partial<Problem>): ShownProblem {
  return {
    title: problem.title ?? TEXTS.problems.unknown,
    detail: [problem.detail, ...(problem.errors ?? []).map((each) => each.message)]
      .filter((part, at, all) => part && all.indexOf(part) === at)
      .join(' '),
    requestId: problem.request_id ?? null,
    status: problem.status ?? 0,
  };
}

const isProblem = (body: unknown): body is Partial<Problem> =>
  typeof body === 'object' && body !== null && 'title' in body && 'status' in body;

const offline = (): ShownProblem => ({
  title: TEXTS.problems.offline,
  detail: TEXTS.problems.offlineDetail,
  requestId: null,
  status: 0,
});

const unknownProblem = (status: number): ShownProblem => ({
  title: TEXTS.problems.unknown,
  detail: TEXTS.problems.unknownDetail,
  requestId: null,
  status,
});
