import type { FastifyReply } from 'fastify';
import type { Export } from './exports.service.js';
import { contentDisposition } from './file-name.js';

/** Sends a file as it is made. A client that goes away ends the making. */
export async function sendExport(reply: FastifyReply, { name, format, table }: Export): Promise<void> {
  reply
    .header('Content-Disposition', contentDisposition(`${name}.${format.ending}`))
    .header('Cache-Control', 'private, no-store')
    .type(format.mediaType);
  await reply.send(format.write(table));
}
