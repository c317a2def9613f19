import type { ArgumentMetadata, Type } from '@nestjs/common';
import { ChangeTargets, ChangeView, LocalSignIn } from '@app/contracts';
import { ProblemException } from './problem.js';
import { BodyValidation } from './validation.js';

const pipe = new BodyValidation();
const body = (metatype: Type): ArgumentMetadata => ({ type: 'body', metatype });

function refusal(contract: Type, sent: unknown): ProblemException {
  try {
    pipe.transform(sent, body(contract));
  } catch (error) {
    if (error instanceof ProblemException) return error;
    throw error;
  }
  throw new Error('The body was taken.');
}

const fieldsOf = (problem: ProblemException) => problem.extras.errors?.map(({ field }) => field);

describe('BodyValidation', () => {
  it('makes an instance of the contract of what is known', () => {
    const made = pipe.transform({ email: 'admin@example.com' }, body(LocalSignIn));
    expect(made).toBeInstanceOf(LocalSignIn);
    expect(made).toEqual({ email: 'admin@example.com' });
    expect(pipe.transform({}, body(ChangeView))).toBeInstanceOf(ChangeView);
  });

  it('hands on what a contract leaves open as it is', () => {
    const targets = { intro_poa: { poa: 14 } };
    expect((pipe.transform({ targets }, body(ChangeTargets)) as ChangeTargets).targets).toBe(targets);
  });

  it('names unknown keys and faulty ones, each once', () => {
    const problem = refusal(LocalSignIn, { email: 'admin', role: 'super_admin' });
    expect(fieldsOf(problem)).toEqual(['role', 'email']);
    expect(problem.extras.errors?.[0]?.message).toBe('role is not known here.');
  });

  it.each(['constructor', 'hasOwnProperty', 'toString', 'then', 'valueOf'])(
    'takes the key %s for unknown, whatever it means to the language',
    (key) => {
      const sent = JSON.parse(`{"email": "admin@example.com", "${key}": 1}`) as unknown;
      expect(fieldsOf(refusal(LocalSignIn, sent))).toEqual([key]);
    },
  );

  it('says what a missing body should hold', () => {
    expect(refusal(ChangeTargets, undefined).detail).toBe(
      'The request has no body: send a JSON object with targets.',
    );
  });

  it('looks at bodies of contracts only', () => {
    expect(pipe.transform('7', { type: 'param', metatype: String })).toBe('7');
    expect(pipe.transform({ any: 1 }, { type: 'query', metatype: Object })).toEqual({ any: 1 });
    expect(pipe.transform({ any: 1 }, body(Object))).toEqual({ any: 1 });
  });
});
