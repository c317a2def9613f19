import { DOCUMENT, DestroyRef, Service, computed, effect, inject, signal } from '@angular/core';
import type { NamedView, PublishedEvent, RunEvent, RunStatus, ViewsEvent } from '@app/contracts';
import { EVENTS } from './api';
import { Connection } from '../ui/base/connection';
import { Session } from './session';
import { SharedStream, type StreamBrowser, type StreamEvent, keepNewest } from './shared-stream';
import { Views } from './views';

/** While events come, a run is still looked at this often. */
const ANYWAY_MS = 5_000;
/** And this often while none come. */
const POLL_MS = 400;
/** Runs whose last event is known. */
const MOST_KEPT = 500;

/** What happens to imports and data, told by the server, while somebody is signed in. */
@Service()
export class LiveEvents {
  private readonly isUp = signal(false);
  private readonly revisions = signal<ReadonlyMap<string, PublishedEvent>>(new Map());
  private readonly opened = signal<readonly NamedView[] | null>(null);
  private readonly latest = new Map<string, RunEvent>();
  /** Counts the times that a run began, ended or was decided about. */
  private readonly states = signal(0);
  private readonly waiting = new Map<string, (event: RunEvent) => void>();

  /** The data of each view that the server told of, by view. */
  readonly published = this.revisions.asReadonly();
  /** The views that can be opened, as the server told last; null before. */
  readonly views = this.opened.asReadonly();

  constructor() {
    const browser = browserOf(inject(DOCUMENT).defaultView);
    if (!browser) return;
    const [session, views, connection] = [inject(Session), inject(Views), inject(Connection)];
    let hasBeenUp = false;
    const stream = new SharedStream(browser, {
      event: (event) => this.take(event),
      up: (isUp) => {
        // What was decided while no events came is not told again.
        if (isUp) this.forgetWaiting();
        if (isUp && hasBeenUp) connection.isBack();
        hasBeenUp ||= isUp;
        this.isUp.set(isUp);
      },
      // A request that is refused as well leads to sign-in, without anybody pressing anything.
      refused: () => void views.load().catch(() => []),
    });
    effect(() => {
      if (session.user()) stream.start();
      else {
        stream.stop();
        // Whoever comes next may open others.
        this.opened.set(null);
      }
    });
    inject(DestroyRef).onDestroy(() => stream.stop());
  }

  /** Resolves with the event about a run that follows on another one; with null when it is time to ask for the run. */
  nextOf(runId: string, last: RunEvent | null): Promise<RunEvent | null> {
    const latest = this.latest.get(runId) ?? null;
    if (latest !== last) return Promise.resolve(latest);
    return new Promise((resolve) => {
      const done = (event: RunEvent | null) => {
        clearTimeout(timer);
        if (this.waiting.get(runId) === done) this.waiting.delete(runId);
        resolve(event);
      };
      const timer = setTimeout(() => done(null), this.isUp() ? ANYWAY_MS : POLL_MS);
      this.waiting.set(runId, done);
    });
  }

  /** How a run is, as far as the server told; null where it did not. */
  stateOf(runId: string | null): RunStatus | null {
    this.states();
    return (runId === null ? undefined : this.latest.get(runId)?.status) ?? null;
  }

  /** The runs that wait for a decision, in all views. */
  readonly undecided = computed(() => {
    this.states();
    return [...this.latest.values()].filter(isUndecided);
  });

  /** The runs of a view that the server told of, each with its state: text that changes with any of them. */
  statesOf(viewId: string | null): string {
    this.states();
    const told = [...this.latest.values()].filter(({ view_id }) => view_id === viewId);
    return told
      .map(({ id, status }) => `${id} ${status}`)
      .sort()
      .join();
  }

  private take({ name, data }: StreamEvent): void {
    if (name === 'run') {
      const event = JSON.parse(data) as RunEvent;
      this.keep(event);
      this.waiting.get(event.id)?.(event);
      return;
    }
    if (name === 'views') {
      this.opened.set((JSON.parse(data) as ViewsEvent).views);
      return;
    }
    const event = JSON.parse(data) as PublishedEvent;
    this.revisions.update((known) => new Map(known).set(event.view_id, event));
  }

  private forgetWaiting(): void {
    for (const { id } of [...this.latest.values()].filter(isUndecided)) this.latest.delete(id);
    this.states.update((times) => times + 1);
  }

  private keep(event: RunEvent): void {
    const before = this.latest.get(event.id)?.status;
    keepNewest(this.latest, event.id, event, MOST_KEPT);
    if (before !== event.status) this.states.update((times) => times + 1);
  }
}

const isUndecided = ({ status }: RunEvent): boolean => status === 'held' || status === 'preview';

/** Null where there are no streams of events. */
function browserOf(view: (Window & typeof globalThis) | null): StreamBrowser | null {
  if (!view || !('EventSource' in view)) return null;
  return {
    open: () => new view.EventSource(EVENTS),
    locks: 'locks' in view.navigator ? view.navigator.locks : null,
    channel: () => ('BroadcastChannel' in view ? new view.BroadcastChannel('events') : null),
  };
}
