import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACCESS_RULES, type AccessRule, type Right } from '@app/contracts';
import { Validator } from '@seriousme/openapi-schema-validator';
import { type RunningApp, startApp } from '../support/app.js';

type SpecData = Exclude<Parameters<Validator['validate']>[0], string>;

interface Operation {
  operationId: string;
  summary?: string;
  tags: string[];
  parameters?: { name: string; in: string; description?: string; schema: SchemaObject }[];
  responses: Record<
    string,
    {
      description?: string;
      headers?: object;
      content?: Record<string, { schema?: object; example?: unknown }>;
    }
  >;
  requestBody?: { content: Record<string, { schema?: object }> };
  security?: object[];
}
interface SchemaObject {
  type?: string | string[];
  enum?: string[];
  description?: string;
  properties?: Record<string, SchemaObject>;
}
interface Document {
  info: { license: { name: string }; description: string };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, SchemaObject>;
    securitySchemes: Record<string, { type: string; in: string; name: string }>;
  };
}

const ROOT = join(import.meta.dirname, '..', '..');

/** Browsers report without a token. */
const needsNone = (name: string): boolean => name.startsWith('GET') || name === 'POST /api/csp-reports';

/** A small container may lack either. */
const itWithCurl = spawnSync('bash', ['-c', 'command -v curl']).status === 0 ? it : it.skip;

describe('the OpenAPI document', () => {
  let app: RunningApp;
  let document: Document;
  const operations = (): [string, Operation][] =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ]),
    );
  /** Names of the operations that a rule does not hold for: an empty list says that it holds for all. */
  const without = (holds: (operation: Operation, name: string) => boolean): string[] =>
    operations().flatMap(([name, operation]) => (holds(operation, name) ? [] : name));

  beforeAll(async () => {
    app = await startApp();
    document = (await app.client().get<Document>('/api/openapi.json')).body;
  });
  afterAll(() => app.stop());

  it('validates', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document) as object as SpecData);
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  it('names the licence that LICENSE and every manifest name', () => {
    const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
    const { name } = document.info.license;
    expect(read('LICENSE')).toMatch(new RegExp(`^${name} License\n`));
    const manifests = globSync(['package.json', '{apps,libs}/*/package.json'], { cwd: ROOT });
    const others = manifests.filter(
      (file) => (JSON.parse(read(file)) as { license?: string }).license !== name,
    );
    expect(manifests.length).toBeGreaterThan(5);
    expect(others).toEqual([]);
  });

  itWithCurl('tells how a script signs in, with one that works', () => {
    const script = /```sh\n([\s\S]*?)```/.exec(document.info.description)?.[1] ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'script-'));
    const { stdout, stderr } = spawnSync(
      'bash',
      ['-c', script.replaceAll('http://127.0.0.1:3000', app.address)],
      { cwd: folder, encoding: 'utf8' },
    );
    rmSync(folder, { recursive: true });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/"items":\[.*"total":\d+}$/);
  });

  it('says of each operation what it does and what each parameter is', () => {
    expect(operations().length).toBeGreaterThan(10);
    expect(without(({ summary }) => Boolean(summary))).toEqual([]);
    expect(
      without(({ parameters = [] }) => parameters.every(({ description }) => Boolean(description))),
    ).toEqual([]);
  });

  it('gives each good answer its shape and an example', () => {
    const isShown = ([status, { content, headers = {} }]: [string, Operation['responses'][string]]) =>
      status === '204' ||
      (status === '302' && 'Location' in headers) ||
      Object.values(content ?? {}).some(
        ({ schema, example }) => schema !== undefined && example !== undefined,
      );
    const good = ({ responses }: Operation) =>
      Object.entries(responses).filter(([status]) => status.startsWith('2') || status === '302');
    expect(without((operation) => good(operation).length > 0 && good(operation).every(isShown))).toEqual([]);
  });

  it('documents the refusals of each rule as problem details', () => {
    const isProblem = ({ responses }: Operation, status: string) =>
      responses[status]?.content?.['application/problem+json']?.schema !== undefined;
    const needsSession = ({ security = [] }: Operation) => security.some((way) => 'cookie' in way);
    expect(without((operation) => !needsSession(operation) || isProblem(operation, '401'))).toEqual([]);
    expect(without((operation, name) => !name.includes('{viewId}') || isProblem(operation, '404'))).toEqual(
      [],
    );
    expect(without((operation, name) => needsNone(name) || isProblem(operation, '403'))).toEqual([]);
  });

  it('takes its shapes from the contracts: every reference leads to one', () => {
    const references = new Set(
      [...JSON.stringify(document).matchAll(/#\/components\/schemas\/([\w.-]+)/g)].map(
        ([, name]) => name ?? '',
      ),
    );
    expect(references.size).toBeGreaterThan(10);
    expect([...references].filter((name) => !(name in document.components.schemas))).toEqual([]);
    expect(document.components.schemas.Problem?.properties).toHaveProperty('request_id');
  });

  it('names each operation for what it does, under a tag that is described', () => {
    const names = operations().map(([, { operationId }]) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z][a-zA-Z]+$/.test(name))).toEqual([]);
    const described = new Set(document.tags.map(({ name }) => name));
    expect(without(({ tags }) => tags.length === 1 && tags.every((tag) => described.has(tag)))).toEqual([]);
    expect(document.servers).toEqual([{ url: '/' }]);
  });

  it('gives each parameter a type, and closed lists as such', () => {
    const isTyped = ({ schema }: { schema: SchemaObject }) => schema.type !== undefined;
    expect(without(({ parameters = [] }) => parameters.every(isTyped))).toEqual([]);
    const typeOf = (name: string) =>
      new Set(
        operations().flatMap(([, { parameters = [] }]) =>
          parameters.filter((parameter) => parameter.name === name).map(({ schema }) => schema.type),
        ),
      );
    expect([typeOf('limit'), typeOf('revision'), typeOf('cursor'), typeOf('q')]).toEqual(
      ['integer', 'integer', 'string', 'string'].map((type) => new Set([type])),
    );
    const explain = document.paths['/api/views/{viewId}/analytics/explain']?.get?.parameters ?? [];
    expect(explain.find(({ name }) => name === 'metric')?.schema.enum).toContain('poa.generated');
    const records = document.paths['/api/views/{viewId}/records']?.get?.parameters ?? [];
    expect(records.find(({ name }) => name === 'sort')?.schema.enum).toEqual(
      expect.arrayContaining(['client', '-discovery_date']),
    );
  });

  it('says of each write that it needs the CSRF token, of no read', () => {
    const scheme = Object.entries(document.components.securitySchemes).find(
      ([, { name }]) => name === 'X-XSRF-TOKEN',
    );
    expect(scheme?.[1]).toMatchObject({ type: 'apiKey', in: 'header' });
    // A program has a token of its own instead.
    const ofBrowsers = ({ security = [] }: Operation) => security.filter((way) => !('token' in way));
    const needsToken = (operation: Operation) =>
      ofBrowsers(operation).length > 0 && ofBrowsers(operation).every((way) => String(scheme?.[0]) in way);
    expect(without((operation, name) => needsToken(operation) !== needsNone(name))).toEqual([]);
  });

  it('names the token of a program beside the session wherever it may come, and nowhere else', () => {
    expect(document.components.securitySchemes.token).toMatchObject({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'opaque',
    });
    const mayCome = (operation: Operation & { 'x-right'?: Right }) => {
      const { heldBy } = ACCESS_RULES[operation['x-right'] ?? 'own_account'] as AccessRule;
      return heldBy.some((kind) => kind.startsWith('token_'));
    };
    const isNamed = ({ security = [] }: Operation) =>
      security.some((way) => Object.keys(way).join() === 'token');
    expect(without((operation) => isNamed(operation) === mayCome(operation))).toEqual([]);
    expect(operations().filter(([, operation]) => isNamed(operation)).length).toBeGreaterThan(20);
  });

  it('says what every route that asks who is there may answer', () => {
    const usual = ({ responses }: Operation) => ['400', '503'].every((status) => status in responses);
    expect(without((operation) => operation.tags.includes('health') || usual(operation))).toEqual([]);
  });

  it('says which headers an answer has', () => {
    const has = ({ responses }: Operation, status: string, header: string) =>
      responses[status] === undefined || header in (responses[status].headers ?? {});
    expect(
      without((operation) => ['429', '503'].every((status) => has(operation, status, 'Retry-After'))),
    ).toEqual([]);
    const isRevalidated = ({ responses }: Operation) => '304' in responses;
    expect(without((operation) => !isRevalidated(operation) || has(operation, '200', 'ETag'))).toEqual([]);
    const takes = ({ parameters = [] }: Operation, name: string) =>
      parameters.some((parameter) => parameter.in === 'header' && parameter.name === name);
    expect(without((operation) => isRevalidated(operation) === takes(operation, 'If-None-Match'))).toEqual(
      [],
    );
    const [targets] = operations().filter(([name]) => name === 'GET /api/views/{viewId}/targets');
    expect(targets?.[1].responses['200']?.headers).toHaveProperty('ETag');
  });

  it('describes every property, and counts in integers', () => {
    const properties = Object.entries(document.components.schemas).flatMap(
      ([type, { properties: all = {} }]) =>
        Object.entries(all).map(([name, schema]) => ({ path: `${type}.${name}`, name, schema })),
    );
    expect(properties.filter(({ schema }) => !schema.description).map(({ path }) => path)).toEqual([]);
    const counts = new Set([
      'total',
      'row',
      'records_count',
      'matching_count',
      'rows_read',
      'added',
      'restored_revision',
      'size',
    ]);
    const counted = properties.filter(({ name, path }) => counts.has(name) && path !== 'Breakdown.total');
    expect(counted.length).toBeGreaterThan(10);
    expect(
      counted.filter(({ schema }) => ![schema.type].flat().includes('integer')).map(({ path }) => path),
    ).toEqual([]);
  });

  it('is shown by Swagger UI, which hands the CSRF token back', async () => {
    const page = await app.client().get('/api/docs');
    expect(page.status).toBe(200);
    expect(page.text).toContain('swagger-ui');
    const script = await app.client().get('/api/docs/swagger-ui-init.js');
    expect(script.text).toMatch(/requestInterceptor[\s\S]*X-XSRF-TOKEN/);
  });
});
