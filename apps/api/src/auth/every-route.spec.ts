import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { readConfig } from '../config/read-config.js';
import { RULE, type Rule } from './rules.js';

interface Route {
  name: string;
  rule: Rule | undefined;
}

/** Every handler of every controller of the whole product, with its rule. */
async function everyRoute(): Promise<Route[]> {
  // Only now: packages in CommonJS among its imports need Nest to be loaded to its end.
  const { AppModule } = await import('../app.module.js');
  const config = readConfig({ LOG_LEVEL: 'silent' });
  const module = await Test.createTestingModule({ imports: [AppModule.of(config)] }).compile();
  const controllers = [...module.get(ModulesContainer).values()].flatMap(({ controllers }) => [
    ...controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => routesOf(metatype as Type));
}

function routesOf(controller: Type): Route[] {
  const [scanner, reflector] = [new MetadataScanner(), new Reflector()];
  const prototype = controller.prototype as Record<string, () => unknown>;
  return scanner.getAllMethodNames(prototype).flatMap((method) => {
    const handler = prototype[method];
    if (!handler || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    const verb = RequestMethod[reflector.get<RequestMethod>(METHOD_METADATA, handler)];
    const path = [controller, handler]
      .map((target) => String(reflector.get(PATH_METADATA, target)))
      .join('/');
    return [
      {
        name: `${verb} ${path}`,
        rule: reflector.getAllAndOverride<Rule | undefined>(RULE, [handler, controller]),
      },
    ];
  });
}

describe('every route', () => {
  let routes: Route[];
  beforeAll(async () => {
    routes = await everyRoute();
  });

  it('declares its rule', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter(({ rule }) => rule === undefined)).toEqual([]);
  });

  it('is public only where somebody has to get in or look in from outside, or a browser reports', () => {
    const open = routes.filter(({ rule }) => rule === 'public').map(({ name }) => name);
    expect(open.toSorted()).toEqual([
      'GET auth/config',
      'GET health/live',
      'GET health/ready',
      'POST auth/demo',
      'POST auth/local',
      'POST csp-reports//',
    ]);
  });

  it('asks for access when it is about a view', () => {
    const rules = routes.filter(({ name }) => name.includes(':viewId')).map(({ rule }) => rule);
    expect(new Set(rules)).toEqual(new Set(['view_access', 'upload_right', 'super_admin']));
  });
});
