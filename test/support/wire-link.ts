import { connect, type Socket } from 'node:net';
import type { Action } from './wire-actions.js';
import { answerTo, commandOf, MessageReader, type WireCommand, type WireMessage } from './wire-message.js';

/** A client's connection with the connection to the server that was made for it. */
export class WireLink {
  private readonly server: Socket;
  private readonly awaited = new Map<number, (answer: Buffer) => void>();
  /** Commands that an action holds: until it is through, the server's side stays open. */
  private held = 0;
  private isDeaf = false;

  constructor(
    private readonly client: Socket,
    host: { hostname: string; port: number },
    private readonly actionFor: (command: WireCommand) => Action | null,
  ) {
    this.server = connect(host.port, host.hostname);
    this.read(client, (message) => this.take(message));
    this.read(this.server, (message) => this.handBack(message));
    client.on('close', () => this.closeUnheld());
    this.server.on('close', () => client.destroy());
  }

  /** Stays open and passes nothing on any more, in either direction. */
  fallSilent(): void {
    this.isDeaf = true;
  }

  end(): void {
    this.client.destroy();
    this.server.destroy();
  }

  private read(from: Socket, take: (message: WireMessage) => void): void {
    const reader = new MessageReader();
    from.on('error', () => undefined);
    from.on('data', (chunk) => {
      if (!this.isDeaf) for (const message of reader.read(chunk)) take(message);
    });
  }

  private take(message: WireMessage): void {
    const command = commandOf(message);
    const action = this.actionFor(command);
    if (action) void this.act(action, command, message);
    else this.server.write(message.bytes);
  }

  private async act(action: Action, command: WireCommand, message: WireMessage): Promise<void> {
    this.held += 1;
    await action({
      command,
      forward: () => this.forward(message),
      send: (answer) => void this.client.write(answer),
      answer: (document) => void this.client.write(answerTo(message, document)),
      cut: () => void this.client.destroy(),
    });
    this.held -= 1;
    if (this.client.destroyed) this.closeUnheld();
  }

  private forward(message: WireMessage): Promise<Buffer> {
    this.server.write(message.bytes);
    return new Promise((resolve) => this.awaited.set(message.id, resolve));
  }

  private handBack({ bytes, answers }: WireMessage): void {
    const taker = this.awaited.get(answers);
    this.awaited.delete(answers);
    if (taker) taker(bytes);
    else this.client.write(bytes);
  }

  private closeUnheld(): void {
    if (this.held === 0) this.server.end();
  }
}
