import type { BsonValue } from '../bson/value.js';
import type { Command } from './command.js';
import type { Engine } from './engine.js';
import type { SlicedWrite } from './sliced-write.js';

/** How one command is answered. */
export interface Handler {
  run: (command: Command, engine: Engine) => BsonValue;
  /** Runs inside a transaction of the store. */
  isWrite?: boolean | ((command: Command) => boolean);
  /**
   * The command's own fields; any other is refused, as it would ask for something that does not happen.
   * The handshake takes what newer drivers offer.
   */
  fields: readonly string[] | 'any';
}

/** How a command is answered that may write much. */
export interface SlicedHandler extends Pick<Handler, 'fields'> {
  slices: (command: Command, engine: Engine) => SlicedWrite;
}

/** Handlers by the name of their command. */
export type HandlerTable = Readonly<Record<string, Handler | SlicedHandler>>;
