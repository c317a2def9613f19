import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connection } from './connection.js';

/** How slow those may be who send a request or take an answer. */
export interface Pace {
  /** Milliseconds between two looks. */
  readonly lookMs: number;
  /** In each such time a body comes to its end, or `bytes` more of it come. */
  readonly windowMs: number;
  readonly bytes: number;
  /** So long the rest of a body that was refused is read and thrown away: its sender then gets to hear why. */
  readonly restMs: number;
  /** An answer of which nothing is taken in this time ends. */
  readonly answerMs: number;
}

/** A JSON body has 15 s; an upload may come at 8 KiB/s, a phone with one bar. */
export const PACE: Pace = {
  lookMs: 1_000,
  windowMs: 15_000,
  bytes: 15 * 8_192,
  restMs: 20_000,
  answerMs: 300_000,
};

/** Tells whoever sends too slowly, and closes the connection. */
export type RefuseSlow = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Ends a body that trickles or stops, and an answer that nobody takes. How long an answer is being made, or goes on,
 * does not matter: an export may take minutes, a stream of events a day.
 */
export function keepPace(connection: Connection, pace: Pace, refuse: RefuseSlow): void {
  const now = performance.now();
  const { phase, socket } = connection;
  const wasOpen = connection.look(phase, now);
  if (phase === 'rest' && !wasOpen) connection.throwRestAway();
  if (!wasOpen) return;
  const age = connection.age(now);
  if (phase === 'body' && age >= pace.windowMs) checkBody(connection, pace, refuse, now);
  if (phase === 'rest' && age >= pace.restMs) socket.destroy();
  if (phase === 'answer') checkAnswer(connection, pace, now);
  // Our half was closed while the rest came in: now it is here.
  if (phase === 'waiting' && socket.writableEnded) socket.destroy();
}

function checkBody(connection: Connection, pace: Pace, refuse: RefuseSlow, now: number): void {
  const { request, response, socket } = connection;
  if (connection.progress('body') >= pace.bytes) connection.openWindow('body', now);
  else if (!request || !response || response.headersSent) socket.destroy();
  else refuse(request, response);
}

function checkAnswer(connection: Connection, { answerMs }: Pace, now: number): void {
  const isTaken = connection.socket.writableLength === 0 || connection.progress('answer') > 0;
  if (isTaken) connection.openWindow('answer', now);
  else if (connection.age(now) >= answerMs) connection.socket.destroy();
}
