import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCESS_RULES, isAboutView, type Right } from '@app/contracts';
import { routePage } from '../testing/route-table.js';
import { everyRoute, type Route } from '../testing/routes.js';

const PAGE = join(import.meta.dirname, '../../../../docs/routes.md');

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

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
    const open = routes.filter(({ rule }) => rule === 'public').map(nameOf);
    expect(open.toSorted()).toEqual([
      'GET /api/auth/config',
      'GET /api/auth/google',
      'GET /api/auth/google/callback',
      'GET /api/health/live',
      'GET /api/health/ready',
      'POST /api/auth/demo',
      'POST /api/auth/invitation',
      'POST /api/auth/local',
      'POST /api/csp-reports',
    ]);
  });

  it('asks for access when it is about a view', () => {
    const rules = routes.filter(({ path }) => path.includes(':viewId')).map(({ rule }) => rule);
    const aboutViews = Object.keys(ACCESS_RULES).filter((right) => isAboutView(right as Right));
    // Targets are one matter for the whole installation: who changes those of one view changes them all.
    expect(new Set(rules)).toEqual(new Set([...aboutViews, 'manage_targets']));
  });

  it('stands in docs/routes.md with its rule: npm run routes writes it', () => {
    const page = routePage(routes);
    if (process.env.WRITE_ROUTES === '1') writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });
});
