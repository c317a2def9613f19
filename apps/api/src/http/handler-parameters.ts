import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';

/** What Nest keeps of the parameters of a handler, each under its kind and place, such as `4:1`. */
type Kept = Readonly<Record<string, { readonly data?: unknown }>>;

/** Kind, a number of `RouteParamtypes`, and name of what a handler reads of a request. */
export function parametersOf(controller: Type, handler: string): [number, unknown][] {
  const kept = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) as Kept | undefined;
  return Object.entries(kept ?? {}).map(([key, { data }]) => [Number(key.split(':')[0]), data]);
}
