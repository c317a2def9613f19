import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { badField } from './problem.js';
import { type Query, QueryReader } from './query-reader.js';

/** A query parameter as the OpenAPI document has it. */
type Documented = Parameters<typeof ApiQuery>[0] & { readonly name: string };

/** A query parameter, or several that make one value: documented and read from this alone. */
export interface Parameter<Value> {
  readonly documents: readonly Documented[];
  /** @throws ProblemException (400) naming the parameter */
  readonly read: (read: QueryReader) => Value;
}

/** The parameters of a route, in the order in which they are documented and read. */
export type ParameterSet = Readonly<Record<string, Parameter<unknown>>>;

/** What is read of them. */
export type QueryValues<Set extends ParameterSet> = {
  readonly [Key in keyof Set]: ReturnType<Set[Key]['read']>;
};

/** The values of a query; a parameter that is not of the set is refused. */
export function readQuery<Set extends ParameterSet>(set: Set, query: Query): QueryValues<Set> {
  const names = documentsOf(set).map(({ name }) => name);
  const read = new QueryReader(query, names);
  const values = Object.entries(set).map(([key, parameter]) => [key, parameter.read(read)] as const);
  return Object.fromEntries(values) as QueryValues<Set>;
}

/** Characters of queries that a route remembers what they were read to. */
const MAX_REMEMBERED = 128 * 1024;

type ReadsQuery = (request: FastifyRequest) => unknown;

/**
 * Reads queries of a set, each once: pages ask the same again and again, and reading costs as much as the rest of a
 * cached answer. Equal queries give the same object, so that what follows from it can be remembered by it. They are
 * known by all that is read, never by the address: what the router takes for a query is not for us to guess.
 */
function rememberingReader(set: ParameterSet): ReadsQuery {
  const known = new LRUCache<string, object, FastifyRequest>({
    maxSize: MAX_REMEMBERED,
    sizeCalculation: (_, text) => text.length,
    memoMethod: (_, __, { context }) => readQuery(set, context.query as Query),
  });
  return (request) => known.memo(JSON.stringify(request.query), { context: request });
}

/** Read as it is taken from the request, without a pipe: Nest awaits each of those. */
const ReadBy = createParamDecorator((read: ReadsQuery, context: ExecutionContext) =>
  read(context.switchToHttp().getRequest<FastifyRequest>()),
);
const READS_QUERY = 'reads-query';

/** The parameters of a route, for the argument that takes their values: documents them too. */
export const ReadQuery =
  (set: ParameterSet): ParameterDecorator =>
  (controller, handler, index) => {
    const method = handler && Object.getOwnPropertyDescriptor(controller, handler);
    if (!method) throw new Error('@ReadQuery() stands on something else than a handler.');
    for (const document of documentsOf(set)) ApiQuery(document)(controller, handler, method);
    Reflect.defineMetadata(READS_QUERY, true, method.value as object);
    ReadBy(rememberingReader(set))(controller, handler, index);
  };

/** For an address that somebody else calls, and adds to what it likes: nothing that is not known is refused. */
export const TakesAnyQuery = (...documents: Documented[]) =>
  applyDecorators(SetMetadata(READS_QUERY, true), ...documents.map((document) => ApiQuery(document)));

/** Whether a handler reads a query. */
export const readsQuery = (handler: object): boolean => Reflect.getMetadata(READS_QUERY, handler) === true;

const documentsOf = (set: ParameterSet): Documented[] =>
  Object.values(set).flatMap(({ documents }) => documents);

/** One parameter, and how it is read by its name. */
export const parameter = <Value>(
  document: Documented,
  read: (read: QueryReader, name: string) => Value,
): Parameter<Value> => ({ documents: [document], read: (reader) => read(reader, document.name) });

/** A text that may be left out. */
export const text = (document: Documented): Parameter<string | null> =>
  parameter({ required: false, type: String, ...document }, (read, name) => read.text(name));

/** One of several words that may be left out. */
export const oneOf = <const Word extends string>(
  document: Documented,
  words: readonly Word[],
): Parameter<Word | null> =>
  parameter({ required: false, enum: [...words], ...document }, (read, name) => read.oneOf(name, words));

/** Some of several words, each a repetition of the parameter; none where it is left out. */
export const someOf = <const Word extends string>(
  document: Documented,
  words: readonly Word[],
): Parameter<Word[]> =>
  parameter({ required: false, isArray: true, enum: [...words], ...document }, (read, name) =>
    read.someOf(name, words),
  );

/** One of several words that must be given. */
export const requiredOneOf = <const Word extends string>(
  document: Documented,
  words: readonly Word[],
): Parameter<Word> =>
  parameter({ required: true, enum: [...words], ...document }, (read, name) => {
    const word = read.oneOf(name, words);
    if (word === null) throw badField(name, `${name} is missing: one of ${words.join(', ')}.`);
    return word;
  });

/** A whole number within limits. */
export const wholeNumberIn = (
  document: Documented,
  limits: { min: number; max: number; default: number },
): Parameter<number> => {
  const { min: minimum, max: maximum } = limits;
  const schema = { type: 'integer', minimum, maximum, default: limits.default } as const;
  return parameter({ required: false, ...document, schema }, (read, name) => read.number(name, limits));
};

const DATE = { schema: { type: 'string', format: 'date' }, example: '2026-11-22' } as const;

/** A calendar date that may be left out. */
export const date = (document: Documented) =>
  parameter({ required: false, ...DATE, ...document }, (read, name) => read.date(name));

/** A calendar date that must be given. */
export const requiredDate = (document: Documented) =>
  parameter({ required: true, ...DATE, ...document }, (read, name) => read.requiredDate(name));
