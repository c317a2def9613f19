import { RequestMethod, type Type } from '@nestjs/common';
import { GUARDS_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import { Test } from '@nestjs/testing';
import { type Rule, RULE, UNASKED } from '../auth/rules.js';
import { readConfig } from '../config/read-config.js';
import { type BodyLimits, USUAL_LIMITS } from '../http/body-limits.js';
import { parametersOf } from '../http/handler-parameters.js';

const BODY: number = RouteParamtypes.BODY;

/** A route as its handler declares it. */
export interface Route {
  readonly method: string;
  /** From the root of the server, such as `/api/views/:viewId`. */
  readonly path: string;
  readonly rule: Rule | undefined;
  /** True where the guard does not look up who asks. */
  readonly isUnasked: boolean;
  /** True where the handler reads a JSON body. */
  readonly hasBody: boolean;
  readonly limits: BodyLimits;
  /** Types of the body where it is not JSON. */
  readonly mediaTypes: readonly string[];
  readonly readsIfMatch: boolean;
  /** True where the answer documents an ETag. */
  readonly isTagged: boolean;
  /** Names of the guards that the route has beside the one of all routes. */
  readonly guards: readonly string[];
}

/** Under this key @nestjs/swagger keeps the answers of a handler, by status. */
const DOCUMENTED = 'swagger/apiResponse';

type Handler = () => unknown;
type Answers = Readonly<Record<string, { readonly headers?: object }>>;

/** Every handler of every controller of the whole product. */
export async function everyRoute(): Promise<Route[]> {
  // Only now: CommonJS packages among its imports need Nest to be loaded completely.
  const { AppModule } = await import('../app.module.js');
  const config = readConfig({ LOG_LEVEL: 'silent' });
  const module = await Test.createTestingModule({ imports: [AppModule.of(config)] }).compile();
  const controllers = [...module.get(ModulesContainer).values()].flatMap(({ controllers }) => [
    ...controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => routesOf(metatype as Type));
}

function routesOf(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, Handler>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    return handler && Reflect.hasMetadata(METHOD_METADATA, handler)
      ? [routeOf(controller, name, handler)]
      : [];
  });
}

function routeOf(controller: Type, name: string, handler: Handler): Route {
  const reflector = new Reflector();
  const own = reflector.get<Partial<{ bodyLimits: BodyLimits; mediaTypes: string[] }> | undefined>(
    FASTIFY_ROUTE_CONFIG_METADATA,
    handler,
  );
  const read = parametersOf(controller, name);
  return {
    method: RequestMethod[reflector.get<RequestMethod>(METHOD_METADATA, handler)],
    path: pathOf([controller, handler].map((target) => String(reflector.get(PATH_METADATA, target)))),
    rule: reflector.getAllAndOverride<Rule | undefined>(RULE, [handler, controller]),
    isUnasked: reflector.getAllAndOverride<boolean | undefined>(UNASKED, [handler, controller]) ?? false,
    hasBody: read.some(([kind]) => kind === BODY),
    limits: own?.bodyLimits ?? USUAL_LIMITS,
    mediaTypes: own?.mediaTypes ?? [],
    readsIfMatch: read.some(([, data]) => data === 'if-match'),
    isTagged: isTagged(reflector.get<Answers | undefined>(DOCUMENTED, handler) ?? {}),
    guards: reflector
      .getAllAndMerge<(Type | object)[]>(GUARDS_METADATA, [controller, handler])
      // A guard without a class checks the words of the path, which the path shows by itself.
      .flatMap((guard) => (typeof guard === 'function' ? guard.name : [])),
  };
}

const pathOf = (parts: readonly string[]): string =>
  ['', 'api', ...parts.flatMap((part) => part.split('/')).filter(Boolean)].join('/');

const isTagged = (answers: Answers): boolean =>
  '304' in answers ||
  Object.values(answers).some(({ headers }) => headers !== undefined && 'ETag' in headers);
