import { Global, Module } from '@nestjs/common';
import { Config } from './config.js';
import { readConfig } from './read-config.js';

/** The one place that reads the environment. */
@Global()
@Module({
  providers: [{ provide: Config, useFactory: () => readConfig(process.env) }],
  exports: [Config],
})
export class ConfigModule {}
