import { Source } from '../testing/event-source';
import { SharedStream, type StreamBrowser } from './shared-stream';

/** A browser with its tabs, whose locks and channels answer at once. */
class Browser {
  readonly sources: Source[] = [];
  private readonly channels = new Set<{ onmessage?: (event: { data: unknown }) => void }>();
  private readonly queue: (() => Promise<void>)[] = [];
  private isHeld = false;

  constructor(private readonly has = { locks: true }) {}

  /** The streams that are open now. */
  get open() {
    return this.sources.filter(({ readyState }) => readyState !== 2);
  }

  tab() {
    const told: string[] = [];
    const stream = new SharedStream(this.capabilities(), {
      event: ({ name, data }) => told.push(`${name} ${data}`),
      up: (isUp) => told.push(isUp ? 'up' : 'down'),
      refused: () => told.push('refused'),
    });
    stream.start();
    return { stream, told };
  }

  private capabilities(): StreamBrowser {
    const request = (_: string, { signal }: { signal: AbortSignal }, work: () => Promise<void>) => {
      this.queue.push(() => (signal.aborted ? Promise.resolve() : work()));
      void this.next();
      return Promise.resolve();
    };
    return {
      open: () => {
        const source = new Source();
        this.sources.push(source);
        return source as unknown as EventSource;
      },
      locks: this.has.locks ? ({ request } as unknown as LockManager) : null,
      channel: () => this.channel() as unknown as BroadcastChannel,
    };
  }

  private async next(): Promise<void> {
    if (this.isHeld) return;
    const work = this.queue.shift();
    if (!work) return;
    this.isHeld = true;
    await work();
    this.isHeld = false;
    void this.next();
  }

  private channel() {
    const channel = {
      onmessage: undefined as ((event: { data: unknown }) => void) | undefined,
      postMessage: (data: unknown) =>
        [...this.channels]
          .filter((other) => other !== channel)
          .forEach((other) => other.onmessage?.({ data })),
      close: () => this.channels.delete(channel),
    };
    this.channels.add(channel);
    return channel;
  }
}

const soon = () => new Promise((resolve) => setTimeout(resolve));

describe('the stream that tabs share', () => {
  it('is opened by one of them, and told to all', () => {
    const browser = new Browser();
    const [first, second] = [browser.tab(), browser.tab()];
    expect(browser.sources).toHaveLength(1);
    browser.sources[0]?.onopen?.();
    browser.sources[0]?.says('run', '1');
    browser.sources[0]?.says('unknown', '2');
    expect([first.told, second.told]).toEqual([
      ['up', 'run 1'],
      ['up', 'run 1'],
    ]);
  });

  it('tells a tab that comes later what the others know', () => {
    const browser = new Browser();
    browser.tab();
    browser.sources[0]?.onopen?.();
    browser.sources[0]?.says('published', '7');
    expect(browser.tab().told).toEqual(['up', 'published 7']);
  });

  it('tells it the newest of each run, and forgets what a new stream begins with anyway', () => {
    const browser = new Browser();
    browser.tab();
    const said = (id: string, status: string) => JSON.stringify({ id, view_id: 'organic', status });
    browser.sources[0]?.onopen?.();
    browser.sources[0]?.says('run', said('1', 'held'));
    for (let step = 0; step < 600; step += 1) browser.sources[0]?.says('run', said('2', `${step}`));
    expect(browser.tab().told).toEqual(['up', `run ${said('1', 'held')}`, `run ${said('2', '599')}`]);
    browser.sources[0]?.onopen?.();
    expect(browser.tab().told).toEqual(['up']);
  });

  it('goes on in another tab when the one that listens is closed', async () => {
    const browser = new Browser();
    const [first, second] = [browser.tab(), browser.tab()];
    first.stream.stop();
    await soon();
    expect([browser.sources.length, browser.open.length]).toEqual([2, 1]);
    browser.open[0]?.says('run', '1');
    expect(second.told).toEqual(['run 1']);
    second.stream.stop();
    await soon();
    expect(browser.open).toEqual([]);
  });

  it('does not begin in a tab that was closed while it waited', async () => {
    const browser = new Browser();
    const [first, second] = [browser.tab(), browser.tab()];
    second.stream.stop();
    first.stream.stop();
    await soon();
    expect(browser.open).toEqual([]);
  });

  it('says when no events come, and tries again after a refusal, later each time', () => {
    vi.useFakeTimers();
    try {
      const browser = new Browser();
      const { told } = browser.tab();
      browser.sources[0]?.onopen?.();
      browser.sources[0]?.onerror?.();
      expect(told).toEqual(['up', 'down']);
      vi.advanceTimersByTime(60_000);
      expect(browser.sources).toHaveLength(1);
      for (const [times, wait] of [2_000, 4_000].entries()) {
        browser.sources[times]?.close();
        browser.sources[times]?.onerror?.();
        vi.advanceTimersByTime(wait - 1);
        expect(browser.sources).toHaveLength(times + 1);
        vi.advanceTimersByTime(1);
        expect(browser.sources).toHaveLength(times + 2);
      }
      expect(told).toEqual(['up', 'down', 'refused', 'refused']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is one for each tab in a browser without locks', () => {
    const browser = new Browser({ locks: false });
    const [first, second] = [browser.tab(), browser.tab()];
    expect(browser.sources).toHaveLength(2);
    browser.sources[1]?.says('run', '1');
    expect([first.told, second.told]).toEqual([[], ['run 1']]);
  });
});
