import { Validator } from '@seriousme/openapi-schema-validator';
import { type RunningApp, startApp } from '../support/app.js';

type SpecData = Exclude<Parameters<Validator['validate']>[0], string>;

interface Operation {
  summary?: string;
  parameters?: { name: string; description?: string }[];
  responses: Record<
    string,
    { description?: string; content?: Record<string, { schema?: object; example?: unknown }> }
  >;
  requestBody?: { content: Record<string, { schema?: object }> };
  security?: object[];
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: object }> };
}

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

  it('says of each operation what it does and what each parameter is', () => {
    expect(operations().length).toBeGreaterThan(10);
    expect(without(({ summary }) => Boolean(summary))).toEqual([]);
    expect(
      without(({ parameters = [] }) => parameters.every(({ description }) => Boolean(description))),
    ).toEqual([]);
  });

  it('gives each good answer its shape and an example', () => {
    const isShown = ([status, { content }]: [string, Operation['responses'][string]]) =>
      status === '204' ||
      Object.values(content ?? {}).some(
        ({ schema, example }) => schema !== undefined && example !== undefined,
      );
    const good = ({ responses }: Operation) =>
      Object.entries(responses).filter(([status]) => status.startsWith('2'));
    expect(without((operation) => good(operation).length > 0 && good(operation).every(isShown))).toEqual([]);
  });

  it('documents the refusals of each rule as problem details', () => {
    const isProblem = ({ responses }: Operation, status: string) =>
      responses[status]?.content?.['application/problem+json']?.schema !== undefined;
    expect(without((operation) => !operation.security || isProblem(operation, '401'))).toEqual([]);
    expect(without((operation, name) => !name.includes('{viewId}') || isProblem(operation, '404'))).toEqual(
      [],
    );
    expect(without((operation, name) => name.startsWith('GET') || isProblem(operation, '403'))).toEqual([]);
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

  it('is shown by Swagger UI, which hands the CSRF token back', async () => {
    const page = await app.client().get('/api/docs');
    expect(page.status).toBe(200);
    expect(page.text).toContain('swagger-ui');
    const script = await app.client().get('/api/docs/swagger-ui-init.js');
    expect(script.text).toMatch(/requestInterceptor[\s\S]*X-XSRF-TOKEN/);
  });
});
