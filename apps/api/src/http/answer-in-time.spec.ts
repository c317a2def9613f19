import { Controller, Get } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Unhurried, answerInTime } from './answer-in-time.js';

let answer: (said: string) => void = () => undefined;

@Controller()
class Slow {
  @Get('never')
  readNever(): Promise<string> {
    return new Promise((resolve) => (answer = resolve));
  }

  @Get('long')
  @Unhurried()
  async readLong(): Promise<string> {
    // Longer than the limit of the other routes: known by their answer.
    await app.inject('/never');
    return 'at last';
  }

  @Get('quick')
  readQuick(): string {
    return 'here';
  }
}

let app: NestFastifyApplication;

beforeAll(async () => {
  const module = await Test.createTestingModule({ controllers: [Slow] }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  answerInTime(app, 20);
  await app.init();
});

afterAll(() => app.close());

describe('a route that does not get on', () => {
  it('is answered in its place, as a database that does not answer', async () => {
    const { statusCode, headers, body } = await app.inject('/never');
    expect(statusCode).toBe(503);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(headers['retry-after']).toBe('5');
    expect(body).toMatch(/"detail":"The database does not answer/);
  });

  it('may answer later: nobody hears it, and nothing breaks', async () => {
    await app.inject('/never');
    answer('too late');
    expect((await app.inject('/quick')).body).toBe('here');
  });

  it('may take its time where it says so', async () => {
    expect((await app.inject('/long')).body).toBe('at last');
  });
});
