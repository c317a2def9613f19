import type { BsonValue } from '../bson/value.js';
import type { Command } from './command.js';
import type { Engine } from './engine.js';
import { errorReply } from './error-reply.js';
import { handlerFor } from './handlers.js';

/** Answers a command; refusals are answers too, with `ok: 0`. */
export async function execute(engine: Engine, command: Command): Promise<BsonValue> {
  try {
    const handler = handlerFor(command);
    if ('slices' in handler) return await engine.write(() => handler.slices(command, engine));
    const { run, isWrite } = handler;
    const action = (): BsonValue => run(command, engine);
    const writes = typeof isWrite === 'function' ? isWrite(command) : isWrite;
    return writes ? await engine.write(action) : engine.read(action);
  } catch (error) {
    return errorReply(error);
  }
}
