import { randomBytes } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/rules.js';
import { ConsoleService } from './console.service.js';

/** Everything that is not the API: the console's files, and its page for each of its addresses. */
@ApiExcludeController()
@Controller()
export class ConsoleController {
  constructor(private readonly console: ConsoleService) {}

  @Get('*path')
  @Public()
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [path = '/'] = request.url.split('?');
    const { headers, body } = await this.console.answer(
      path,
      request.headers,
      randomBytes(16).toString('base64'),
    );
    await reply.headers(headers).send(body);
  }
}
