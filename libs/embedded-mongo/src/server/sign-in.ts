import { Binary } from 'bson';
import { documentOf } from '../bson/build.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import type { Command } from '../commands/command.js';
import type { Credential } from './credential.js';

/** What a client may ask before it has signed in: what the server is. */
const OPEN = new Set(['hello', 'isMaster', 'ismaster']);

/** The sign-in of one connection; before it nothing else is answered. */
export class SignIn {
  private isSignedIn = false;
  private conversation: { bare: string; serverFirst: string } | undefined;

  constructor(private readonly credential: Credential) {}

  /** Answers what belongs to the sign-in; undefined lets the command through. */
  answer(command: Command): BsonValue | undefined {
    if (command.name === 'saslStart') return this.start(command);
    if (command.name === 'saslContinue') return this.proceed(command);
    if (this.isSignedIn || OPEN.has(command.name)) return undefined;
    throw new CommandError('UnauthorizedError', `Command ${command.name} requires authentication`);
  }

  private start(command: Command): BsonValue {
    this.isSignedIn = false;
    if (command.string('mechanism') !== 'SCRAM-SHA-256') {
      throw new CommandError('BadValue', 'This server takes the mechanism SCRAM-SHA-256 only');
    }
    this.conversation = this.credential.challenge(payloadOf(command));
    if (!this.conversation) throw refused();
    return reply(this.conversation.serverFirst, false);
  }

  /** A proof can be tried once: after a wrong one the conversation starts over. */
  private proceed(command: Command): BsonValue {
    const { conversation } = this;
    this.conversation = undefined;
    const proof = conversation && this.credential.verify(conversation, payloadOf(command));
    if (proof === undefined) throw refused();
    this.isSignedIn = true;
    return reply(proof, true);
  }
}

function payloadOf(command: Command): string {
  const payload = command.value('payload');
  if (payload?.type !== BsonType.binary) throw refused();
  return payload.buffer.toString('utf8', payload.start + 5, payload.end);
}

function reply(payload: string, done: boolean): BsonValue {
  return documentOf({ conversationId: 1, done, payload: new Binary(Buffer.from(payload)), ok: 1 });
}

function refused(): CommandError {
  return new CommandError('AuthenticationFailed', 'Authentication failed.');
}
