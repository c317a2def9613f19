import { type ApiDocument, addressesOf, type Fillings, type Operation } from './api-document.js';
import { sheetOf } from './sheets.js';

/** An operation of the document by its name, as `GET /api/views/{viewId}`. */
export interface NamedOperation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operation: WritingOperation;
}

/** An operation, with the bodies that it shows as examples. */
export interface WritingOperation extends Operation {
  requestBody?: { content: Record<string, { examples?: Record<string, { value: unknown }> }> };
}

export interface Request {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
}

/** Every operation that the document has. */
export const operationsOf = ({ paths }: ApiDocument): NamedOperation[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );

/**
 * A request that does what the operation is for, with the body that the document shows.
 *
 * @param fillings values of what is there
 */
export function fullRequest({ method, path, operation }: NamedOperation, fillings: Fillings): Request {
  const [address = ''] = addressesOf(path, operation, fillings);
  const request = { method, address, headers: {} };
  const [type] = typesOf(operation);
  if (type === undefined) return request;
  return type === 'multipart/form-data'
    ? { ...request, body: formOf() }
    : { ...request, ...textOf(type, exampleOf(operation)) };
}

/** A request that is let through and then does nothing, or as good as nothing: `{}` about what is not there. */
export function idleRequest({ method, path, operation }: NamedOperation, fillings: Fillings): Request {
  const [address = ''] = addressesOf(path, operation, fillings);
  const request = { method, address, headers: {} };
  const [type] = typesOf(operation);
  if (type === undefined) return request;
  return type === 'multipart/form-data'
    ? { ...request, body: new FormData() }
    : { ...request, ...textOf(type, {}) };
}

const typesOf = ({ requestBody }: WritingOperation): string[] => Object.keys(requestBody?.content ?? {});

const exampleOf = ({ requestBody }: WritingOperation): unknown =>
  Object.values(requestBody?.content ?? {})[0]?.examples?.example?.value ?? {};

const textOf = (type: string, body: unknown) => ({
  headers: { 'content-type': type },
  body: JSON.stringify(body),
});

function formOf(): FormData {
  const form = new FormData();
  form.set('file', new Blob([sheetOf([{ client: 'Uninvited' }])], { type: 'text/csv' }), 'deals.csv');
  return form;
}
