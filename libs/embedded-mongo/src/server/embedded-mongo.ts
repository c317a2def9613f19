import type { ListenOptions } from './listen.js';

/** Where the embedded server keeps its data and how it can be reached. */
export interface EmbeddedMongoOptions {
  /** Folder of the data; made when it is missing. One process at a time. */
  dataDir: string;
  /** A private Unix socket, a port with a password, or an open loopback port (0 or none: a free one). */
  listen: ListenOptions;
  /** Seconds between two sweeps of the TTL indexes; 60, as in MongoDB, when not given. */
  ttlSweepSeconds?: number;
}

/** A running embedded server. */
export interface EmbeddedMongo {
  /** Connection string for MongoClient or mongoose. It may hold a password: it belongs in no log. */
  uri: string;
  /** Answers what is under way, closes the connections and the store. */
  close(): Promise<void>;
}
