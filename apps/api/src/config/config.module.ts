import { type DynamicModule, Module } from '@nestjs/common';
import { Config } from './config.js';

/** Hands the environment, which was read before anything was made, to whoever injects {@link Config}. */
@Module({})
export class ConfigModule {
  static of(config: Config): DynamicModule {
    const provider = { provide: Config, useValue: config };
    return { module: ConfigModule, global: true, providers: [provider], exports: [provider] };
  }
}
