/** Events of the API's stream that the console listens to. */
const EVENT_NAMES = ['run', 'published', 'views'] as const;

/** An event, with its data as it came. */
export interface StreamEvent {
  name: (typeof EVENT_NAMES)[number];
  data: string;
}

/** What a browser has for this; what a browser lacks is null. */
export interface StreamBrowser {
  open(): EventSource;
  locks: Pick<LockManager, 'request'> | null;
  channel(): BroadcastChannel | null;
}

/** Whoever is told of events. */
export interface StreamListener {
  event(event: StreamEvent): void;
  /** Whether events come; while they do not, the listener has to ask. */
  up(isUp: boolean): void;
  /** The server gave this tab no stream: the session may be over. */
  refused(): void;
}

type Message = { type: 'hello' } | { type: 'up'; isUp: boolean } | { type: 'event'; event: StreamEvent };

const LOCK = 'events';
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;
/** Runs and views of which a new tab is told how they are. */
const MOST_KEPT = 500;

/**
 * One stream of events for all tabs of a browser, which opens six connections to a host at most: the tab that has the
 * lock listens and tells the others. When it closes, the next one takes over; the server then begins with the state of
 * all. A browser without locks or channels has a stream in each tab.
 */
export class SharedStream {
  private channel: BroadcastChannel | null = null;
  private source: EventSource | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private wait = FIRST_RETRY_MS;
  private isUp = false;
  /** What the listening tab was told last of each run and view. */
  private readonly kept = new Map<string, StreamEvent>();
  private ended: AbortController | null = null;
  private letGo: () => void = () => undefined;

  constructor(
    private readonly browser: StreamBrowser,
    private readonly listener: StreamListener,
  ) {}

  start(): void {
    if (this.ended) return;
    this.ended = new AbortController();
    this.channel = this.browser.locks ? this.browser.channel() : null;
    if (!this.channel || !this.browser.locks) {
      this.listen();
      return;
    }
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => this.hear(data);
    this.tell({ type: 'hello' });
    const { signal } = this.ended;
    // A tab that has a lock is not frozen in the background.
    this.browser.locks.request(LOCK, { signal }, () => this.lead(signal)).catch(() => undefined);
  }

  stop(): void {
    if (!this.ended) return;
    this.ended.abort();
    this.ended = null;
    this.unlisten();
    this.letGo();
    this.channel?.close();
    this.channel = null;
    this.setUp(false);
  }

  /** Holds the lock until the tab needs no events any more. */
  private lead(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    this.listen();
    return new Promise((resolve) => (this.letGo = resolve));
  }

  private listen(): void {
    const source = this.browser.open();
    this.source = source;
    source.onopen = () => {
      this.wait = FIRST_RETRY_MS;
      // The server begins with the state of all.
      this.kept.clear();
      this.report(true);
    };
    source.onerror = () => {
      this.report(false);
      // A lost connection comes back by itself, a refused one does not.
      if (source.readyState !== CLOSED) return;
      this.listenLater();
      this.listener.refused();
    };
    for (const name of EVENT_NAMES)
      source.addEventListener(name, ({ data }: MessageEvent<string>) => this.heard({ name, data }));
  }

  private listenLater(): void {
    this.unlisten();
    this.retry = setTimeout(() => this.listen(), this.wait);
    this.wait = Math.min(2 * this.wait, LAST_RETRY_MS);
  }

  private unlisten(): void {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  private heard(event: StreamEvent): void {
    keepNewest(this.kept, keyOf(event), event, MOST_KEPT);
    this.tell({ type: 'event', event });
    this.listener.event(event);
  }

  private report(isUp: boolean): void {
    this.tell({ type: 'up', isUp });
    this.setUp(isUp);
  }

  private hear(message: Message): void {
    if (message.type === 'up') this.setUp(message.isUp);
    if (message.type === 'event') this.listener.event(message.event);
    if (message.type === 'hello' && this.source) {
      this.tell({ type: 'up', isUp: this.isUp });
      for (const event of this.kept.values()) this.tell({ type: 'event', event });
    }
  }

  private setUp(isUp: boolean): void {
    if (this.isUp === isUp) return;
    this.isUp = isUp;
    this.listener.up(isUp);
  }

  private tell(message: Message): void {
    this.channel?.postMessage(message);
  }
}

/** What an event is about, a run, a view or the list of views: a newer one takes its place. */
function keyOf({ name, data }: StreamEvent): string {
  const { id, view_id = '' } = JSON.parse(data) as { id?: string; view_id?: string };
  return `${name} ${id ?? view_id}`;
}

/** Puts an entry last, and drops the first when there are too many. */
export function keepNewest<Value>(kept: Map<string, Value>, key: string, value: Value, most: number): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}

/** `EventSource.CLOSED`: a browser under test has no such class. */
const CLOSED = 2;
