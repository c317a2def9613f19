import { Controller, Get, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ApiTokensService } from '../api-tokens/api-tokens.service.js';
import { Config } from '../config/config.js';
import { readConfig } from '../config/read-config.js';
import { RefusalAudit } from '../audit/refusal-audit.service.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { ViewsService } from '../views/views.service.js';
import { AccessGuard } from './access.guard.js';
import { AccessService } from './access.service.js';
import { Cookies } from './cookies.js';
import { Public } from './rules.js';
import { SessionsService } from './sessions.service.js';

@Controller()
class Routes {
  @Get('forgotten')
  forgotten(): string {
    return 'open';
  }

  @Get('meant')
  @Public()
  meant(): string {
    return 'open';
  }
}

const nobody = { identify: () => Promise.resolve(null) };
const noCookies = { sessionToken: () => undefined };

@Module({
  controllers: [Routes],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    AccessService,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: RefusalAudit, useValue: { tell: () => null } },
    { provide: Config, useValue: readConfig({}) },
    { provide: ApiTokensService, useValue: {} },
    { provide: SessionsService, useValue: nobody },
    { provide: Cookies, useValue: noCookies },
    { provide: ViewsService, useValue: {} },
  ],
})
class ProductWithAForgottenRule {}

describe('a route without a rule', () => {
  it('is closed, not open', async () => {
    const module = await Test.createTestingModule({ imports: [ProductWithAForgottenRule] }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    await app.init();
    const answers = await Promise.all(['/forgotten', '/meant'].map((url) => app.inject({ url })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 200]);
    expect(answers[0]?.json()).toMatchObject({
      status: 403,
      detail: expect.stringMatching(/declares no rule/) as string,
    });
    await app.close();
  });
});
