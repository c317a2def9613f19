import type { Right } from '@app/contracts';
/** The OpenAPI document, as far as tests walk it. */
export interface ApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

export interface Operation {
  /** The right that it asks for; none where anybody may. */
  'x-right'?: Right;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, object> };
  responses: Record<string, { content?: Record<string, { schema: object; example?: unknown }> }>;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: { type?: string | string[]; enum?: string[]; items?: { enum?: string[] } };
}

/** Values of parameters by their names. */
export type Values = Readonly<Record<string, string>>;

/** Values to try for what the document does not list, by the name of the parameter. */
export type Fillings = Readonly<Record<string, readonly string[]>>;

/** Paths of the GET operations, with the operations; a stream of events has no answer that comes to an end. */
export function readsOf({ paths }: ApiDocument): [path: string, operation: Operation][] {
  return Object.entries(paths).flatMap(([path, { get }]): [string, Operation][] =>
    get && !isStream(get) ? [[path, get]] : [],
  );
}

/** Methods, paths and operations of all that is no GET. */
export function writesOf({ paths }: ApiDocument): [method: string, path: string, operation: Operation][] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]): [string, string, Operation][] =>
      method === 'get' ? [] : [[method.toUpperCase(), path, operation]],
    ),
  );
}

/**
 * The addresses to ask an operation at: one with all that is required, then one for each further value of each
 * parameter, the others as in the first.
 *
 * @throws Error for a required parameter of which neither the document nor the fillings know a value
 */
export function addressesOf(path: string, { parameters = [] }: Operation, fillings: Fillings): string[] {
  const asked = parameters.filter((parameter) => parameter.in !== 'header');
  const values = new Map(asked.map((parameter) => [parameter, valuesOf(parameter, fillings)]));
  const first: Values = Object.fromEntries(
    asked.filter(isRequired).map((parameter) => {
      const [value] = values.get(parameter) ?? [];
      if (value === undefined) throw new Error(`${path}: the spec knows no value for ${parameter.name}`);
      return [parameter.name, value];
    }),
  );
  const further = asked.flatMap((parameter) =>
    (values.get(parameter) ?? []).map((value): Values => ({ ...first, [parameter.name]: value })),
  );
  return [...new Set([first, ...further].map((each) => addressOf(path, asked, each)))];
}

const isStream = ({ responses }: Operation): boolean =>
  responses['200']?.content?.['text/event-stream'] !== undefined;

const isRequired = (parameter: Parameter): boolean => parameter.required === true || parameter.in === 'path';

const valuesOf = ({ name, schema }: Parameter, fillings: Fillings): readonly string[] =>
  fillings[name] ?? schema.enum ?? schema.items?.enum ?? [];

function addressOf(path: string, parameters: readonly Parameter[], values: Values): string {
  const isQuery = (name: string) => parameters.some((each) => each.name === name && each.in === 'query');
  const query = new URLSearchParams(Object.entries(values).filter(([name]) => isQuery(name))).toString();
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  return query === '' ? filled : `${filled}?${query}`;
}
