import type { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/**
 * What a connection is at: `silent` before its first request, `body` while one comes in, `answer` while one is being
 * answered, `rest` while what nobody reads of a refused one still comes, `waiting` for the next.
 */
export type Phase = 'silent' | 'body' | 'answer' | 'rest' | 'waiting';

/** Its last request says all about a connection, so that nothing has to be noted while requests come and go. */
export class Connection {
  request: IncomingMessage | null = null;
  response: ServerResponse | null = null;
  /** The phase that was seen last, since when, and the bytes that had been moved then. */
  private seen: Phase | null = null;
  private since = 0;
  private moved = 0;

  constructor(readonly socket: Socket) {}

  get phase(): Phase {
    const { request, response } = this;
    if (!request || !response) return 'silent';
    const isAnswered = response.writableFinished || response.destroyed;
    if (request.complete) return isAnswered ? 'waiting' : 'answer';
    return isAnswered ? 'rest' : 'body';
  }

  begin(request: IncomingMessage, response: ServerResponse): void {
    this.request = request;
    this.response = response;
    this.seen = null;
    if (hasBody(request)) closeGently(this.socket, request);
  }

  /** Nobody reads the rest of its body any more. */
  throwRestAway(): void {
    this.request?.unpipe();
    this.request?.resume();
  }

  /** Looks at the phase of now; a window opens with each new one. @returns true when it had been open before */
  look(phase: Phase, now: number): boolean {
    if (this.seen === phase) return true;
    this.openWindow(phase, now);
    return false;
  }

  openWindow(phase: Phase, now: number): void {
    Object.assign(this, { seen: phase, since: now, moved: this.bytes(phase) });
  }

  /** Milliseconds that the window has been open. */
  age(now: number): number {
    return now - this.since;
  }

  /** Bytes that were moved in the window. */
  progress(phase: Phase): number {
    return this.bytes(phase) - this.moved;
  }

  /** What the other side has taken counts as sent, not what waits for it. */
  private bytes(phase: Phase): number {
    const { bytesRead, bytesWritten, writableLength } = this.socket;
    return phase === 'answer' ? bytesWritten - writableLength : bytesRead;
  }
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;

/**
 * When an answer ends the connection while its request still comes in, only our half is closed: a sender whose bytes
 * meet a closed connection may lose the answer with it.
 */
function closeGently(socket: Socket, request: IncomingMessage): void {
  const destroySoon = Socket.prototype.destroySoon.bind(socket);
  socket.destroySoon = () => {
    if (request.complete) destroySoon();
    else socket.end();
  };
}
