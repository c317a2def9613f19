import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { Config } from '../config/config.js';
import { UsersModule } from '../users/users.module.js';
import { GooglePeople } from './google-people.service.js';
import { GoogleSignInController } from './google-sign-in.controller.js';
import { GoogleStrategy } from './google.strategy.js';
import { SignInAttempts } from './sign-in-attempts.service.js';
import { UsedSignInsRepository } from './used-sign-ins.repository.js';

/** Passport finds the strategy by its name; without a client there is none. */
const strategy = {
  provide: GoogleStrategy,
  inject: [Config, SignInAttempts, GooglePeople],
  useFactory: ({ googleClient, publicUrl }: Config, attempts: SignInAttempts, people: GooglePeople) =>
    googleClient && publicUrl !== null ? new GoogleStrategy(googleClient, publicUrl, attempts, people) : null,
};

/** Sign-in with Google. */
@Module({
  imports: [AuthModule, UsersModule],
  controllers: [GoogleSignInController],
  providers: [GooglePeople, SignInAttempts, UsedSignInsRepository, strategy],
})
export class GoogleSignInModule {}
