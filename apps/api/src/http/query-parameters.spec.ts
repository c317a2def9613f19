import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { parametersOf } from './handler-parameters.js';
import { ProblemException } from './problem.js';
import {
  date,
  oneOf,
  parameter,
  type QueryValues,
  readQuery,
  ReadQuery,
  requiredDate,
  requiredOneOf,
  someOf,
  text,
  wholeNumberIn,
} from './query-parameters.js';
import type { Query } from './query-reader.js';

const LIST = {
  by: requiredOneOf({ name: 'by' }, ['month', 'person']),
  kind: oneOf({ name: 'kind' }, ['a', 'b']),
  states: someOf({ name: 'state' }, ['new', 'old']),
  from: requiredDate({ name: 'from' }),
  asOf: date({ name: 'as_of' }),
  limit: wholeNumberIn({ name: 'limit' }, { min: 1, max: 100, default: 20 }),
  search: text({ name: 'q' }),
  owners: parameter({ name: 'owner', isArray: true }, (read, name) => read.list(name)),
};

const NEEDED = { by: 'month', from: '1970-01-02' };

function refusalOf(query: Query): unknown {
  try {
    return readQuery(LIST, query);
  } catch (error) {
    if (!(error instanceof ProblemException)) throw error;
    return [error.getStatus(), error.detail, error.extras.errors?.map(({ field }) => field)];
  }
}

/** An argument of a handler as Nest keeps it. */
interface ReadArgument {
  readonly factory: (data: unknown, context: unknown) => unknown;
  readonly data: unknown;
}

describe('the parameters of a route', () => {
  it('are read into their types', () => {
    const values: QueryValues<typeof LIST> = readQuery(LIST, {
      ...NEEDED,
      kind: 'b',
      state: ['old', 'new'],
      as_of: '1970-01-03',
      limit: '7',
      q: 'acme',
      owner: ['Jane', 'John'],
    });
    const owners = ['Jane', 'John'];
    const states = ['old', 'new'];
    expect(values).toEqual({
      by: 'month',
      kind: 'b',
      states,
      from: 1,
      asOf: 2,
      limit: 7,
      search: 'acme',
      owners,
    });
  });

  it('may be left out where they need not be given', () => {
    const left = { kind: null, states: [], asOf: null, limit: 20, search: null, owners: [] };
    expect(readQuery(LIST, NEEDED)).toEqual({ by: 'month', from: 1, ...left });
  });

  it.each([
    [{ from: '1970-01-02' }, 'by is missing: one of month, person.', 'by'],
    [{ ...NEEDED, by: 'week' }, 'by must be one of month, person.', 'by'],
    [{ ...NEEDED, state: ['new', 'newer'] }, 'state must be one of new, old.', 'state'],
    [{ by: 'month' }, 'from is missing.', 'from'],
    [{ ...NEEDED, limit: '101' }, 'limit must be a whole number from 1 to 100.', 'limit'],
    [
      { ...NEEDED, nonsense: '1' },
      'There is no parameter "nonsense" here: it takes by, kind, state, from, as_of, limit, q, owner.',
      'nonsense',
    ],
  ])('%j is refused', (query, detail, field) => {
    expect(refusalOf(query as Query)).toEqual([400, detail, [field]]);
  });

  it('are documented where they are read, limits and words too', () => {
    class Controller {
      list(query: unknown): unknown {
        return query;
      }
    }
    ReadQuery(LIST)(Controller.prototype, 'list', 0);
    const handler = Object.getOwnPropertyDescriptor(Controller.prototype, 'list')?.value as object;
    const documented = Reflect.getMetadata('swagger/apiParameters', handler) as unknown[];
    expect(documented).toHaveLength(Object.keys(LIST).length);
    expect(documented).toContainEqual(
      expect.objectContaining({
        name: 'limit',
        schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
      }),
    );
    expect(parametersOf(Controller, 'list')).toHaveLength(1);
  });

  it('are known by what was read, whatever the address looks like', () => {
    class Controller {
      list(query: unknown): unknown {
        return query;
      }
    }
    ReadQuery(LIST)(Controller.prototype, 'list', 0);
    const kept = Reflect.getMetadata(ROUTE_ARGS_METADATA, Controller, 'list') as Record<string, ReadArgument>;
    const [{ factory, data }] = Object.values(kept) as [ReadArgument];
    const read = (query: Query, url = '/a?by=month'): unknown => {
      const request = { query, raw: { url } };
      return factory(data, { switchToHttp: () => ({ getRequest: () => request }) });
    };
    const first = read(NEEDED);
    expect(read({ ...NEEDED }, '/another')).toBe(first);
    expect(read({ ...NEEDED, owner: 'Jules' })).toMatchObject({ owners: ['Jules'] });
    expect(read(NEEDED)).toBe(first);
  });
});
