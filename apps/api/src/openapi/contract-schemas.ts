import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OpenAPIObject } from '@nestjs/swagger';

export type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** Every type of libs/contracts as a schema, by name: written at build time from the types themselves. */
export function contractSchemas(): Schemas {
  const file = new URL('./schemas.json', import.meta.resolve('@app/contracts'));
  return JSON.parse(readFileSync(fileURLToPath(file), 'utf8')) as Schemas;
}
