import type { BsonValue } from '../bson/value.js';
import type { Command } from './command.js';
import type { Engine } from './engine.js';
import type { Sliced } from './sliced.js';

/** How one command is answered. */
export interface Handler {
  /** At once, or in slices where it may look at, or write, so much that others would wait for it. */
  run: (command: Command, engine: Engine) => BsonValue | Sliced;
  /** Runs inside a transaction of the store, each slice in one. */
  isWrite?: boolean | ((command: Command) => boolean);
  /**
   * The command's own fields; any other is refused, as it would ask for something that does not happen.
   * The handshake takes what newer drivers offer.
   */
  fields: readonly string[] | 'any';
}

/** Handlers by the name of their command. */
export type HandlerTable = Readonly<Record<string, Handler>>;
