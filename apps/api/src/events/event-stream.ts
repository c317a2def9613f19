import { Readable } from 'node:stream';
import { Refusal } from '../refusals/refusal.js';
import type { Listener, News } from './news.js';

/** How long a browser waits before it comes back. */
const RETRY = 'retry: 2000\n\n';
const HEARTBEAT = ': here\n\n';
/** Bytes that wait in the process for somebody who reads slowly. */
const BUFFER_BYTES = 16_384;
/** Whoever is so far behind gets the state of all when they come back. */
const MOST_WAITING = 500;

/** What the listener can open at this moment. */
export interface OpenViews {
  readonly ids: ReadonlySet<string>;
  /** The event that tells of them, as it is sent. */
  readonly told: string;
  readonly listener: Listener;
}

/** @throws Refusal when the session of the listener has ended */
export type Opened = () => Promise<OpenViews>;

/**
 * The events of one listener. Nothing is sent before it was asked what they can open; of what somebody does not read in
 * time, only the newest is kept.
 */
export class EventStream {
  readonly output: Readable;
  private readonly waiting = new Map<string, News>();
  /** What was told last of the views that the listener can open. */
  private told = '';
  private isBeating = false;
  private isFull = false;
  private isEnded = false;
  /** Times that there was something to do; those that are done. */
  private wanted = 0;
  private isSending = false;

  constructor(private readonly opened: Opened) {
    this.output = new Readable({
      highWaterMark: BUFFER_BYTES,
      read: () => {
        if (!this.isFull) return;
        this.isFull = false;
        void this.send();
      },
    });
    this.output.once('close', () => (this.isEnded = true));
    // Headers are sent with the first byte: the browser then knows that it is connected.
    this.output.push(RETRY);
  }

  tell(news: readonly News[]): void {
    for (const each of news) this.waiting.set(each.key, each);
    if (this.waiting.size > MOST_WAITING) this.end();
    else if (news.length > 0 || this.told === '') void this.send();
  }

  /** Keeps the connection from looking dead to whatever lies between. */
  beat(): void {
    this.isBeating = true;
    void this.send();
  }

  /** Tells when the listener can open other views than before; ends it when their session has ended. */
  check(): void {
    void this.send();
  }

  /** What somebody has not taken by now they do not get. */
  end(): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.waiting.clear();
    if (this.isFull) this.output.destroy();
    else this.output.push(null);
  }

  /** One at a time; what comes in between is sent after another look at what they can open. */
  private async send(): Promise<void> {
    this.wanted += 1;
    if (this.isSending) return;
    this.isSending = true;
    try {
      let done = 0;
      while (done !== this.wanted && !this.isEnded) {
        done = this.wanted;
        this.write(await this.opened());
      }
    } catch (error) {
      // When it is the database that does not answer, what waits is sent with the next news.
      if (error instanceof Refusal) this.end();
    } finally {
      this.isSending = false;
    }
  }

  private write({ ids, told, listener }: OpenViews): void {
    if (this.isEnded) return;
    if (told !== this.told && !this.isFull) {
      this.told = told;
      this.push(told);
    }
    for (const [key, { viewId, textFor }] of this.waiting) {
      if (this.isFull) return;
      this.waiting.delete(key);
      if (ids.has(viewId)) this.push(textFor(listener));
    }
    if (this.isBeating && !this.isFull) this.push(HEARTBEAT);
    this.isBeating = false;
  }

  private push(text: string): void {
    this.isFull = !this.output.push(text);
  }
}
