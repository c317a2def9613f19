import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Health } from '@app/contracts';
import { Unasked } from '../auth/rules.js';
import { Answers, Describe } from '../openapi/answers.js';
import { HealthService } from './health.service.js';

const LIVE: Health = { status: 'ok', checks: {} };

const READY: Health = {
  status: 'ok',
  checks: {
    database: { ok: true, detail: 'The embedded database answers.' },
    startup: { ok: true, detail: 'started' },
    revisions: { ok: true, detail: 'All revisions are built.' },
  },
};

const AWAY: Health = {
  ...READY,
  status: 'unavailable',
  checks: {
    ...READY.checks,
    database: { ok: false, detail: 'The MongoDB database cannot be used: no server answers.' },
  },
};

const STATUS_OF = { ok: 200, unavailable: 503 } as const;

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @Unasked()
  @Header('cache-control', 'no-store')
  @Describe('Whether the process runs.')
  @Answers(200, 'Health', { description: 'It runs.', example: LIVE })
  readLiveness(): Health {
    return LIVE;
  }

  @Get('ready')
  @Unasked()
  @Header('cache-control', 'no-store')
  @Describe(
    'Whether the product can answer.',
    'The database answers and the numbers of every view are built.',
  )
  @Answers(200, 'Health', { description: 'It can.', example: READY })
  @Answers(503, 'Health', { description: 'It cannot: the checks say why.', example: AWAY })
  async readReadiness(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const health = await this.health.ready();
    reply.status(STATUS_OF[health.status]);
    return health;
  }
}
