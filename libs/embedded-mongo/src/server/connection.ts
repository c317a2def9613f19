import type { Socket } from 'node:net';
import { Command } from '../commands/command.js';
import type { Engine } from '../commands/engine.js';
import { errorReply } from '../commands/error-reply.js';
import { execute } from '../commands/execute.js';
import { messageLength, parseMessage, replyMessage } from '../wire/message.js';
import type { SignIn } from './sign-in.js';

/**
 * Serves one client: reads messages, has them executed one after another, writes the answers. A client that
 * breaks the protocol is disconnected.
 */
export class Connection {
  private buffered: Buffer[] = [];
  private size = 0;
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly socket: Socket,
    private readonly engine: Engine,
    private readonly id: number,
    private readonly signIn?: SignIn,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    socket.on('error', () => socket.destroy());
  }

  /** Answers what has arrived, then closes. */
  async close(): Promise<void> {
    await this.working;
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.buffered.push(chunk);
    this.size += chunk.length;
    try {
      for (let message = this.takeMessage(); message; message = this.takeMessage()) this.enqueue(message);
    } catch {
      this.socket.destroy();
    }
  }

  /** The next whole message; chunks are joined only once there are enough bytes. */
  private takeMessage(): Buffer | undefined {
    if (this.size < 4) return undefined;
    if ((this.buffered[0]?.length ?? 0) < 4) this.buffered = [Buffer.concat(this.buffered)];
    const length = messageLength(this.buffered[0] ?? Buffer.alloc(0));
    if (length === undefined || this.size < length) return undefined;
    const all = this.buffered.length === 1 ? this.buffered[0] : Buffer.concat(this.buffered);
    if (!all) return undefined;
    this.buffered = all.length > length ? [all.subarray(length)] : [];
    this.size -= length;
    return all.subarray(0, length);
  }

  /** One after another: what a client sends first takes effect first, also when it waits for no answer. */
  private enqueue(message: Buffer): void {
    this.working = this.working.then(() => this.answer(message)).catch(() => void this.socket.destroy());
  }

  private async answer(message: Buffer): Promise<void> {
    const request = parseMessage(message);
    let reply;
    try {
      const command = new Command(request, this.id, () => !this.socket.destroyed);
      reply = this.signIn?.answer(command) ?? (await execute(this.engine, command));
    } catch (error) {
      reply = errorReply(error);
    }
    if (request.isUnacknowledged || this.socket.destroyed) return;
    this.socket.cork();
    for (const part of replyMessage(request, reply)) this.socket.write(part);
    this.socket.uncork();
  }
}
