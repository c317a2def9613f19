import { Inject, Injectable, Logger } from '@nestjs/common';
import { getConnectionToken } from '@nestjs/mongoose';
import { startEmbeddedMongo, type EmbeddedMongo } from '@app/embedded-mongo';
import mongoose, { type Connection } from 'mongoose';
import { Config } from '../config/config.js';
import { driverDatabase } from '../datasets/driver-database.js';

/** How long a command waits for a server before the caller is told that the database is away. */
const SERVER_SELECTION_MS = 3_000;

/** Where the database is: the one of MONGO_URL, else the embedded one, which this starts and stops. */
@Injectable()
export class DatabaseLink {
  private readonly log = new Logger('Database');
  private embedded: EmbeddedMongo | null = null;

  constructor(
    private readonly config: Config,
    @Inject(getConnectionToken()) private readonly connection: Connection,
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
    await this.connection.openUri(this.uri, {
      dbName: this.dbName,
      bufferCommands: false,
      serverSelectionTimeoutMS: SERVER_SELECTION_MS,
      appName: 'sales-analytics',
    });
  }

  /** Throws when the database does not answer in time. */
  async ping(): Promise<void> {
    await driverDatabase(this.connection).command({ ping: 1 }, { timeoutMS: SERVER_SELECTION_MS });
  }

  async close(): Promise<void> {
    await this.embedded?.close();
  }
}
