import { Injectable, Logger } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { startEmbeddedMongo, type EmbeddedMongo } from '@app/embedded-mongo';
import mongoose, { type Connection } from 'mongoose';
import { Config } from '../config/config.js';
import { wakeWritersOfClosedSockets } from './closed-sockets.js';
import { EMBEDDED_OPTIONS, REQUEST_OPTIONS, WORK_OPTIONS } from './client-options.js';
import { watchHeartbeats } from './heartbeat-watch.js';
import { reasonOf } from './trouble.js';

/** How long a look at the database may take. */
const LOOK_MS = 3_000;

/** Where the database is: the one of MONGO_URL, else the embedded one, which this starts and stops. */
@Injectable()
export class DatabaseLink {
  private readonly log = new Logger('Database');
  private embedded: EmbeddedMongo | null = null;
  private endWatch: (() => void) | null = null;
  /** Why it is not connected yet. */
  private whyNot = 'it has not answered yet';

  constructor(
    private readonly config: Config,
    @InjectConnection() private readonly connection: Connection,
  ) {}

  get isEmbedded(): boolean {
    return this.config.mongoUrl === null;
  }

  /** Connection string, for workers that need a client of their own; it may hold a password. */
  get uri(): string {
    const uri = this.config.mongoUrl ?? this.embedded?.uri;
    if (uri === undefined) throw new Error('The embedded database has not been started.');
    return uri;
  }

  /** How workers with a client of their own speak to it. */
  get workOptions(): typeof EMBEDDED_OPTIONS | typeof WORK_OPTIONS {
    return this.isEmbedded ? EMBEDDED_OPTIONS : WORK_OPTIONS;
  }

  get dbName(): string {
    return this.config.dbName;
  }

  /** Starts the embedded database when it is the one to use. */
  async start(): Promise<void> {
    if (!this.isEmbedded) return;
    this.embedded = await startEmbeddedMongo({ dataDir: this.config.dataDir, listen: 'socket' });
    this.log.log(`Embedded database in ${this.config.dataDir}: for development and small installations.`);
  }

  /** Connects unless connected; throws when the database does not answer. */
  async connect(): Promise<void> {
    if (this.connection.readyState === mongoose.STATES.connected) return;
    wakeWritersOfClosedSockets();
    try {
      await this.connection.openUri(this.uri, {
        dbName: this.dbName,
        bufferCommands: false,
        ...(this.isEmbedded ? EMBEDDED_OPTIONS : REQUEST_OPTIONS),
      });
      this.watch();
    } catch (error) {
      this.whyNot = reasonOf(error) ?? 'the log tells why';
      throw error;
    }
  }

  /** Connects anew when the driver has stopped checking the server. */
  private watch(): void {
    this.endWatch?.();
    const client = this.connection.getClient();
    this.endWatch = watchHeartbeats(client, () => {
      this.log.warn('The connection to the database fell silent: connecting anew.');
      void client
        .close()
        .then(() => client.connect())
        // The next command connects, and tells what keeps it from doing so.
        .catch(() => undefined);
    });
  }

  /** Why the database cannot be read now, in words that anybody may see; null when it can. Settles within seconds. */
  async trouble(): Promise<string | null> {
    if (!this.connection.db) return this.whyNot;
    try {
      const views = this.connection.db.collection('views');
      const signal = AbortSignal.timeout(LOOK_MS);
      await views.findOne({}, { projection: { _id: 1 }, signal });
      return null;
    } catch (error) {
      return reasonOf(error) ?? 'the log tells why';
    }
  }

  async close(): Promise<void> {
    this.endWatch?.();
    await this.embedded?.close();
  }
}
