import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ViewsModule } from '../views/views.module.js';
import { API_TOKEN_MODEL, apiTokenSchema } from './api-token.schema.js';
import { ApiTokensRepository } from './api-tokens.repository.js';
import { ApiTokensService } from './api-tokens.service.js';

/** Who asks with a token. */
@Module({
  imports: [ViewsModule, MongooseModule.forFeature([{ name: API_TOKEN_MODEL, schema: apiTokenSchema }])],
  providers: [ApiTokensRepository, ApiTokensService],
  exports: [ApiTokensRepository, ApiTokensService],
})
export class ApiTokensModule {}
