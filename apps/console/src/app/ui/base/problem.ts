import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@app/contracts';
import { TEXTS } from './texts';

/** What went wrong, in words that a reader can act on. */
export interface ShownProblem {
  title: string;
  detail: string;
  /** Names the request in the server's log; null when it never got there. */
  requestId: string | null;
  status: number;
}

/** Makes an error of HttpClient, or any other, readable. */
export function problemOf(error: unknown): ShownProblem {
  if (!(error instanceof HttpErrorResponse)) return unknownProblem(0);
  if (error.status === 0) return offline();
  return isProblem(error.error) ? fromServer(error.error) : unknownProblem(error.status);
}

// What stands between server and console may send less than a whole problem.
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
