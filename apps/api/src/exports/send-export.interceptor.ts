import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Config } from '../config/config.js';
import type { Export } from './exports.service.js';
import { contentDisposition } from './file-name.js';

/** Node, Fastify, Nest and the product each wait for the end of an answer: more than the ten that look like a leak. */
const LISTENERS = 20;

/** Sends a file as it is made. A client that goes away ends the making. */
@Injectable()
export class SendExport implements NestInterceptor<Export, NodeJS.ReadableStream> {
  constructor(private readonly config: Config) {}

  intercept(context: ExecutionContext, next: CallHandler<Export>): Observable<NodeJS.ReadableStream> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    reply.raw.setMaxListeners(LISTENERS);
    return next.handle().pipe(
      map(({ name, sheet, format, table }) => {
        reply
          .header('Content-Disposition', contentDisposition(`${name}.${format.ending}`))
          .header('Cache-Control', 'private, no-store')
          .type(format.mediaType);
        return format.write(table, { sheet, currency: this.config.currency });
      }),
    );
  }
}
