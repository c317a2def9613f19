import type { VariableName } from './config-variables.js';

/** A variable of the environment that cannot be used; the message names it and says what is accepted. */
export class ConfigError extends Error {
  constructor(
    readonly variable: VariableName,
    readonly value: string,
    expected: string,
  ) {
    super(`${variable} is ${JSON.stringify(value)}: ${expected}`);
    this.name = 'ConfigError';
  }
}
