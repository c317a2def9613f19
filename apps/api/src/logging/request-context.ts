import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuditActorKind } from '@app/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { clientAddress } from './client-address.js';

/** Somebody, or something, that does things here. */
export interface Actor {
  readonly kind: AuditActorKind;
  /** Of a user or token; null of any other. */
  readonly id: string | null;
  /** Address of a person, name of a token; null of any other. */
  readonly name: string | null;
}

/** The request that is being answered, for what is written meanwhile to log and audit log. */
export interface RequestContext {
  readonly id: string;
  /** Of the client. */
  readonly address: string | null;
  /** Null until it is known, and where nobody is signed in. */
  actor: Actor | null;
  /** The sign-in that it tries. */
  attempt: SignInAttempt | null;
  /** Whether it names a view that who asks does not open: they are told that there is none. */
  isShutOut?: boolean;
}

/** Somebody who wants to come in. */
interface SignInAttempt {
  readonly way: SignInWay | null;
  /** Address of whom they say they are; null where they have not said. */
  readonly as: string | null;
}

/** How people and programs show who they are. */
export type SignInWay = 'local' | 'demo' | 'google' | 'invitation' | 'token';

export const requestContext = new AsyncLocalStorage<RequestContext>();

/** Notes what the request tries, before it is known whether it may. */
export function attemptsSignIn(way: SignInWay | null, as: string | null): void {
  const context = requestContext.getStore();
  if (context) context.attempt = { way, as };
}

/**
 * Gives each request its context. Once more after its body: what reads that goes on in the context of its connection,
 * which knows no request.
 */
export function giveContext(app: NestFastifyApplication): void {
  const contexts = new WeakMap<FastifyRequest, RequestContext>();
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, _, done) => {
    const context = { id: request.id, address: clientAddress(request), actor: null, attempt: null };
    contexts.set(request, context);
    requestContext.run(context, done);
  });
  fastify.addHook('preValidation', (request, _, done) => {
    const context = contexts.get(request);
    if (context) requestContext.run(context, done);
    else done();
  });
}
