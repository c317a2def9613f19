import {
  Global,
  Inject,
  Module,
  type OnApplicationShutdown,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { getConnectionToken } from '@nestjs/mongoose';
import mongoose, { type Connection } from 'mongoose';
import { DatabaseLink } from './database-link.js';
import { Installation } from './installation.js';
import { OwnWrites } from './own-writes.js';
import { STARTUP_ORDER, Startup } from './startup.js';
import { Storage } from './storage.js';

/**
 * A connection that exists before the database answers: listening does not wait for it, and a request that comes too
 * early fails at once instead of hanging in a buffer.
 */
const connection = {
  provide: getConnectionToken(),
  useFactory: (): Connection => {
    const connection = mongoose.createConnection();
    connection.set('bufferCommands', false);
    return connection;
  },
};

@Global()
@Module({
  providers: [connection, DatabaseLink, Installation, OwnWrites, Startup, Storage],
  exports: [connection, DatabaseLink, Installation, OwnWrites, Startup, Storage],
})
export class DatabaseModule implements OnModuleInit, OnModuleDestroy, OnApplicationShutdown {
  constructor(
    @Inject(getConnectionToken()) private readonly connection: Connection,
    private readonly startup: Startup,
    private readonly link: DatabaseLink,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.connection, 'the connection to the database', () => this.link.connect());
  }

  onModuleDestroy(): void {
    this.startup.stop();
  }

  /** Runs after the last request was answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
    await this.link.close();
  }
}
