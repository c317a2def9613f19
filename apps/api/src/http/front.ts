import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ReadyAnswers } from './ready-answers.js';

/**
 * Stands before the framework: what was answered a moment ago is sent again from here. A write makes it forget before
 * the answer of the write is sent.
 */
export function putReadyAnswersFirst(app: NestFastifyApplication): void {
  const ready = app.get(ReadyAnswers);
  const server = app.getHttpServer();
  const handlers = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (ready.answers(request, response, randomUUID)) return;
    for (const handle of handlers) handle.call(server, request, response);
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, _, payload, done) => {
      if (!isRead(request.raw)) ready.forget();
      done(null, payload);
    });
}

const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';
