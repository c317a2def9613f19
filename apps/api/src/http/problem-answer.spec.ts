import Fastify from 'fastify';
import { sendProblem, toProblem } from './problem-answer.js';

it('says nothing of a file that broke off before its first byte', async () => {
  const server = Fastify();
  server.setErrorHandler((error, request, reply) => sendProblem(toProblem(error), request, reply));
  server.get('/', (_, reply) => {
    reply.headers({ 'content-encoding': 'gzip', 'content-disposition': 'attachment; filename="a.csv"' });
    throw new Error('The table cannot be read.');
  });
  const { statusCode, headers, body } = await server.inject('/');
  expect([statusCode, headers['content-encoding'], headers['content-disposition']]).toEqual([
    500,
    undefined,
    undefined,
  ]);
  expect(JSON.parse(body)).toMatchObject({ status: 500 });
});
