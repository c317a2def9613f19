import type { BsonValue } from '../bson/value.js';
import type { Command } from './command.js';
import type { Engine } from './engine.js';
import { errorReply } from './error-reply.js';
import { handlerFor } from './handlers.js';
import type { Sliced } from './sliced.js';

/** Answers a command; refusals are answers too, with `ok: 0`. */
export async function execute(engine: Engine, command: Command): Promise<BsonValue> {
  try {
    const { run, isWrite } = handlerFor(command);
    const action = (): BsonValue | Sliced => run(command, engine);
    const writes = typeof isWrite === 'function' ? isWrite(command) : isWrite;
    return await (writes ? engine.write(action) : engine.read(action, () => command.isAwaited));
  } catch (error) {
    return errorReply(error);
  }
}
