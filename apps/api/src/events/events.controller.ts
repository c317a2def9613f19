import type { Readable } from 'node:stream';
import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { AuthenticatedRequest } from '../auth/authenticated-request.js';
import { SignedIn } from '../auth/rules.js';
import { Describe, Problems } from '../openapi/answers.js';
import { SOME_EVENTS } from './events.examples.js';
import { EventsService } from './events.service.js';

const EVENT_STREAM = 'text/event-stream';

@ApiTags('ingestion')
@Controller('events')
export class EventsController {
  constructor(private readonly events: EventsService) {}

  @Get()
  @SignedIn()
  @Describe(
    'What happens, as it happens.',
    'Server-sent events: `run` (a RunEvent) when a run gets on or ends, `published` (a PublishedEvent) when readers get ' +
      'other data, `views` (a ViewsEvent) when the person can open other views than before, or one has another name. Only of ' +
      'views that the person can open at that moment. It begins with these views, the data of each and ' +
      'every run that has not ended, waits for a decision, or ended within the last minute, so that whoever comes back ' +
      'misses nothing. A comment every 15 seconds says that it is alive. It ends with the session.',
  )
  @ApiResponse({
    status: 200,
    description: 'Events, until the client goes away.',
    content: {
      [EVENT_STREAM]: {
        schema: {
          oneOf: ['RunEvent', 'PublishedEvent', 'ViewsEvent'].map((name) => ({
            $ref: `#/components/schemas/${name}`,
          })),
        },
        example: SOME_EVENTS,
      },
    },
  })
  @Problems([429, 'The person listens in ten places already.'])
  @Header('Content-Type', EVENT_STREAM)
  @Header('Cache-Control', 'no-store, no-transform')
  // For proxies that would collect an answer before they pass it on.
  @Header('X-Accel-Buffering', 'no')
  followEvents(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Readable {
    const events = this.events.open(request);
    // An answer to HEAD has no body that could end.
    reply.raw.once('close', () => events.destroy());
    return events;
  }
}
