import { readFileSync } from 'node:fs';
import fastify from 'fastify';

/* What Fastify alone costs: sends the bytes of a file under the headers that a browser needs to read them. */
const bytes = readFileSync(process.argv[2]);
const app = fastify();
app.get('/answer', (_, reply) => {
  reply
    .header('content-type', 'application/json; charset=utf-8')
    .header('content-encoding', 'br')
    .send(bytes);
});
console.log(`Listening on ${await app.listen({ port: 0, host: '127.0.0.1' })}`);
