import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Connection, type Phase } from './connection.js';
import { keepPace, type Pace, type RefuseSlow } from './pace.js';

/** Whoever does least gives way first; an answer that is being made is never cut off for somebody else. */
const GIVE_WAY: readonly Phase[] = ['silent', 'rest', 'body', 'waiting'];

/** The connections of a server: no more than may be, and none that keeps its place by doing nothing. */
export class Connections {
  private readonly open = new Map<Socket, Connection>();

  constructor(
    private readonly max: number,
    private readonly pace: Pace,
    private readonly refuseSlow: RefuseSlow,
  ) {}

  watch(server: Server): void {
    server.on('connection', (socket) => {
      this.add(socket);
    });
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      this.open.get(request.socket)?.begin(request, response);
    });
    const looks = setInterval(() => {
      for (const connection of this.open.values()) keepPace(connection, this.pace, this.refuseSlow);
    }, this.pace.lookMs).unref();
    server.once('close', () => {
      clearInterval(looks);
    });
  }

  private add(socket: Socket): void {
    if (this.open.size >= this.max && !this.makeRoom()) {
      socket.destroy();
      return;
    }
    this.open.set(socket, new Connection(socket));
    socket.once('close', () => this.open.delete(socket));
  }

  /** False when every connection is at work. */
  private makeRoom(): boolean {
    const all = [...this.open.values()];
    const idlest = GIVE_WAY.map((phase) => idlestIn(all, phase)).find((found) => found !== null);
    if (!idlest) return false;
    this.open.delete(idlest.socket);
    idlest.socket.destroy();
    return true;
  }
}

/** The connection in a phase that has brought least, the oldest of them first. */
function idlestIn(all: readonly Connection[], wanted: Phase): Connection | null {
  const inPhase = all.filter(({ phase }) => phase === wanted);
  return inPhase.reduce<Connection | null>(
    (idlest, one) => (idlest && idlest.socket.bytesRead <= one.socket.bytesRead ? idlest : one),
    null,
  );
}
