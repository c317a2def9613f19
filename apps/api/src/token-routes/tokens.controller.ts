import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type ApiTokenPage, type MadeApiToken, NewApiToken } from '@app/contracts';
import { type Asker, CurrentUser, Requires } from '../auth/rules.js';
import { BodyOf } from '../http/body-limits.js';
import { CheckedBody } from '../http/validation.js';
import { wholePage } from '../http/whole-page.js';
import { Answers, Describe, Problems, Takes } from '../openapi/answers.js';
import { EXAMPLE_MADE_TOKEN, EXAMPLE_NEW_TOKEN, EXAMPLE_TOKEN } from './tokens.examples.js';
import { TokensService } from './tokens.service.js';

@ApiTags('tokens')
@Controller('tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  @Requires('manage_tokens')
  @Describe('The tokens of programs, newest first.', 'Those that have expired stay for 90 days.')
  @Answers(200, 'ApiTokenPage', { description: 'The tokens.', example: wholePage([EXAMPLE_TOKEN]) })
  listTokens(): Promise<ApiTokenPage> {
    return this.tokens.list();
  }

  @Post()
  @BodyOf({ bytes: 64 * 1_024 })
  @Requires('manage_tokens')
  @Describe(
    'Make a token for a program.',
    'A program sends it as `Authorization: Bearer <secret>`, without cookies and CSRF token. It opens the views that it names and no other, to read, to upload, or both; it never opens what belongs to people: users, settings to change, tokens, sessions, boards, the POV. It is no person: it stays when whoever made it goes.',
  )
  @Takes('NewApiToken', EXAMPLE_NEW_TOKEN)
  @Answers(201, 'MadeApiToken', { description: 'The token, told once.', example: EXAMPLE_MADE_TOKEN })
  @Problems(400, [409, 'Another token has the name.'])
  makeToken(@CheckedBody() wanted: NewApiToken, @CurrentUser() asker: Asker): Promise<MadeApiToken> {
    return this.tokens.make(asker, wanted);
  }

  @Delete(':tokenId')
  @HttpCode(204)
  @Requires('manage_tokens')
  @ApiParam({ name: 'tokenId', description: 'Id of a token.' })
  @Describe('Revoke a token.', 'It opens nothing from the next request on.')
  @Answers(204, null, { description: 'Revoked.' })
  @Problems(404)
  revokeToken(@Param('tokenId') id: string): Promise<void> {
    return this.tokens.revoke(id);
  }
}
