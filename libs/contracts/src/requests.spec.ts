import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { LocalSignIn } from './auth.js';
import { ChangeView } from './view.js';

/** What the API and the console both tell about a body: the messages by field. */
function faultsOf(type: new () => object, body: object): Record<string, string[]> {
  const faults = validateSync(plainToInstance(type, body), { whitelist: true, forbidNonWhitelisted: true });
  return Object.fromEntries(
    faults.map(({ property, constraints }) => [property, Object.values(constraints ?? {})]),
  );
}

describe('the body of a local sign-in', () => {
  it('is an address', () => {
    expect(faultsOf(LocalSignIn, { email: 'admin@example.com' })).toEqual({});
  });

  it.each([{}, { email: '' }, { email: 'admin' }, { email: 7 }])('is not %j', (body) => {
    expect(faultsOf(LocalSignIn, body)).toEqual({
      email: ['email must be the address of a user, such as admin@example.com.'],
    });
  });

  it('holds nothing else', () => {
    expect(faultsOf(LocalSignIn, { email: 'admin@example.com', role: 'super_admin' })).toHaveProperty('role');
  });
});

describe('a change of a view', () => {
  it.each(['client_stage', 'link', 'none'])('takes the dedupe rule %s', (dedupe) => {
    expect(faultsOf(ChangeView, { dedupe })).toEqual({});
  });

  it('says which rules there are', () => {
    expect(faultsOf(ChangeView, { dedupe: 'client' })).toEqual({
      dedupe: ['dedupe must be client_stage, link or none.'],
    });
  });

  it('may leave the rule as it is', () => {
    expect(faultsOf(ChangeView, {})).toEqual({});
  });
});
