import { AsyncLocalStorage } from 'node:async_hooks';
import type { Readable } from 'node:stream';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { AccessService } from '../auth/access.service.js';
import { askerOf, type AuthenticatedRequest } from '../auth/authenticated-request.js';
import { OwnWrites } from '../database/own-writes.js';
import { Repeating } from '../database/repeating.js';
import { SeldomLog } from '../database/seldom-log.js';
import { loggedReason } from '../database/trouble.js';
import { RecordSetsService } from '../datasets/record-sets.service.js';
import { type WatchedRun, WatchedRunsRepository } from '../ingestion/runs/watched-runs.repository.js';
import { Refusal } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { EventStream, type OpenViews } from './event-stream.js';
import { type News, newsOfRevision, newsOfRun, toldViews } from './news.js';
import { RevisionNews } from './revision-news.service.js';
import { RunWatch } from './run-watch.js';

/** How often the runs of all processes are looked at, once for all listeners, and only while there are any. */
const LOOK_MS = 500;
/** Whoever comes back within this time learns how runs ended meanwhile. */
const RECENT_MS = 60_000;
const HEARTBEAT_MS = 15_000;
/** A browser has one, whatever its tabs. */
const MOST_STREAMS = 10;

const LOOKING = 'Looking for news of imports';

/** Tells people what happens in the views that they can open, for as long as they listen. */
@Injectable()
export class EventsService implements OnModuleDestroy {
  private readonly log = new Logger('Events');
  private readonly failures = new SeldomLog((message) => this.log.warn(message));
  /** Who listens. */
  private readonly streams = new Map<EventStream, string>();
  /** Those who have had the state of all: they get what changes. */
  private readonly informed = new WeakSet<EventStream>();
  private watch = new RunWatch();
  private seenViews: readonly StoredView[] = [];
  private looks: Repeating | null = null;
  private looking: Promise<void> | null = null;
  private isStopping = false;
  private readonly heartbeat = setInterval(() => {
    for (const stream of this.streams.keys()) stream.beat();
  }, HEARTBEAT_MS).unref();

  constructor(
    private readonly runs: WatchedRunsRepository,
    private readonly revisions: RevisionNews,
    private readonly sets: RecordSetsService,
    private readonly access: AccessService,
    private readonly views: ViewsService,
    ownWrites: OwnWrites,
  ) {
    // An ended session or token ends its stream at once, and another list of views is told; what another process changes of
    // people, with the next event or heartbeat.
    for (const collection of ['users', 'user_sessions', 'api_tokens', 'views'])
      ownWrites.after(collection, () => this.checkAll());
  }

  /**
   * The events for whoever asks, from the state of all that can still change on.
   *
   * @throws Refusal when they listen often enough already
   */
  open(request: AuthenticatedRequest): Readable {
    const person = askerOf(request).id;
    if (this.isStopping)
      throw new Refusal('unavailable', 'The product is stopping. Try again in a few seconds.');
    if ([...this.streams.values()].filter((each) => each === person).length >= MOST_STREAMS)
      throw new Refusal(
        'too_many',
        `You listen in ${MOST_STREAMS} places already: close one of them, then try again.`,
      );
    // Somebody else's change has the stream checked: what that writes down of whoever asks is of the stream's own request.
    const inItsContext = AsyncLocalStorage.snapshot();
    const stream = new EventStream(() => inItsContext(() => this.openedBy(request)));
    this.streams.set(stream, person);
    stream.output.once('close', () => {
      this.remove(stream);
    });
    this.looks ??= this.startLooking();
    void this.lookNow();
    return stream.output;
  }

  /** Before anything else of the product stops: a browser comes back to the process that takes over. */
  onModuleDestroy(): void {
    this.isStopping = true;
    clearInterval(this.heartbeat);
    this.stopLooking();
    for (const stream of this.streams.keys()) stream.end();
  }

  private remove(stream: EventStream): void {
    this.streams.delete(stream);
    if (this.streams.size === 0) this.stopLooking();
  }

  private startLooking(): Repeating {
    const looks = new Repeating(
      LOOK_MS,
      () => this.lookNow(),
      () => undefined,
    );
    looks.start();
    return looks;
  }

  private stopLooking(): void {
    this.looks?.stop();
    this.looks = null;
    // What was seen is old when somebody listens again.
    this.watch = new RunWatch();
  }

  /** One look at a time: whoever comes while it goes on gets what it finds. */
  private lookNow(): Promise<void> {
    this.looking ??= this.look()
      .then(() => {
        this.failures.worked(LOOKING);
      })
      .catch((error: unknown) => {
        if (!this.isStopping) this.failures.failed(LOOKING, loggedReason(error));
      })
      .finally(() => {
        this.looking = null;
      });
    return this.looking;
  }

  private async look(): Promise<void> {
    const { watch } = this;
    await this.lookAtViews();
    const published = await this.revisions.look();
    const runs = await this.runs.recent(new Date(Date.now() - RECENT_MS), watch.open);
    const changed = watch.look(runs, performance.now(), (run) => this.isServed(run));
    this.tell(newsOf(published, changed), () => newsOf(this.revisions.state, watch.state));
  }

  /** The same list as long as nothing changed of any view, whichever process changes it. */
  private async lookAtViews(): Promise<void> {
    const views = await this.views.all();
    if (views === this.seenViews) return;
    this.seenViews = views;
    this.checkAll();
  }

  private checkAll(): void {
    for (const stream of this.streams.keys()) stream.check();
  }

  private tell(changes: readonly News[], state: () => readonly News[]): void {
    for (const stream of this.streams.keys()) {
      stream.tell(this.informed.has(stream) ? changes : state());
      this.informed.add(stream);
    }
  }

  /** A run is published when readers get its data, here as in the process that carried it out. */
  private isServed({ view_id, revision }: WatchedRun): boolean {
    return revision === null || (this.sets.peek(view_id)?.state.revision ?? 0) >= revision;
  }

  private async openedBy(request: AuthenticatedRequest): Promise<OpenViews> {
    await this.access.checkAgain('look_up', request);
    const listener = askerOf(request);
    const views = await this.views.accessibleTo(listener);
    return { ids: new Set(views.map(({ id }) => id)), told: toldViews(views), listener };
  }
}

const newsOf = (
  published: Parameters<typeof newsOfRevision>[0][],
  runs: Parameters<typeof newsOfRun>[0][],
): News[] => [...published.map(newsOfRevision), ...runs.map(newsOfRun)];
