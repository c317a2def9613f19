import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MongooseModule } from '@nestjs/mongoose';
import { ApiTokensModule } from '../api-tokens/api-tokens.module.js';
import { LimitsModule } from '../limits/limits.module.js';
import { UsersModule } from '../users/users.module.js';
import { ViewsModule } from '../views/views.module.js';
import { AccessGuard } from './access.guard.js';
import { AccessService } from './access.service.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { Cookies } from './cookies.js';
import { SealedCookies } from './sealed-cookies.js';
import { SESSION_MODEL, sessionSchema } from './session.schema.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { UndeclaredParametersGuard } from './undeclared-parameters.guard.js';

/** Who is asking, and the guard of every route. */
@Module({
  imports: [
    ApiTokensModule,
    LimitsModule,
    UsersModule,
    ViewsModule,
    MongooseModule.forFeature([{ name: SESSION_MODEL, schema: sessionSchema }]),
  ],
  controllers: [AuthController],
  providers: [
    AccessService,
    AuthService,
    Cookies,
    SealedCookies,
    SessionsRepository,
    SessionsService,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: UndeclaredParametersGuard },
  ],
  exports: [LimitsModule, AccessService, AuthService, Cookies, SealedCookies, SessionsService],
})
export class AuthModule {}
