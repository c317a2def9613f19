import type { RunEvent } from '@app/contracts';

/** A stream of events of the server, as a test plays it. */
export class Source extends EventTarget {
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readyState = 0;

  close() {
    this.readyState = 2;
  }

  says(name: string, data: string) {
    this.dispatchEvent(new MessageEvent(name, { data }));
  }
}

/** Gives the browser streams of events for the rest of a test; returns those that are opened. */
export function streamsOfEvents(): Source[] {
  const opened: Source[] = [];
  const open = function () {
    const source = new Source();
    opened.push(source);
    return source;
  };
  vi.stubGlobal('EventSource', open);
  return opened;
}

/** An event about a run that is held, as it comes; a test says what is otherwise. */
export function runEvent(change: Partial<RunEvent>): string {
  const event: RunEvent = {
    id: 'run-9',
    view_id: 'organic',
    status: 'held',
    started_by: 'schedule',
    source: { type: 'google_sheets', name: 'Organic deals', url: null, size: 10 },
    progress: { phase: 'done', rows_read: 58, fraction: 1 },
    time_left_ms: null,
    ...change,
  };
  return JSON.stringify(event);
}
