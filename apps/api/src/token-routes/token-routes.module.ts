import { Module } from '@nestjs/common';
import { ApiTokensModule } from '../api-tokens/api-tokens.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { ViewsModule } from '../views/views.module.js';
import { TokensController } from './tokens.controller.js';
import { TokensService } from './tokens.service.js';

/** Tokens of programs. */
@Module({
  imports: [ApiTokensModule, AuthModule, ViewsModule],
  controllers: [TokensController],
  providers: [TokensService],
})
export class TokenRoutesModule {}
