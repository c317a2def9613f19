import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Hosts, hasSeveralHosts, readWholeAddress } from './hosts.js';
import { ReadyAnswers } from './ready-answers.js';

/**
 * Stands before the framework: what was answered a moment ago is sent again from here, to the hosts that are served. A
 * write makes it forget before the answer of the write is sent.
 */
export function putReadyAnswersFirst(app: NestFastifyApplication, hosts: Hosts): void {
  const ready = app.get(ReadyAnswers);
  const server = app.getHttpServer();
  const handlers = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    readWholeAddress(request);
    const isServed = hosts.serves(request.headers) && !hasSeveralHosts(request);
    if (isServed && ready.answers(request, response, randomUUID)) return;
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
