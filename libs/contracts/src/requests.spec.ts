import { validateSync } from 'class-validator';
import { LocalSignIn } from './auth.js';
import { ChangeSetting, TryWeights } from './settings.js';
import { ChangeTargets } from './targets.js';
import { ChangeView } from './view.js';

/** What both the API and the console say is wrong with a body: the messages by field. */
function faultsOf(type: new () => object, body: object): Record<string, string[]> {
  const faults = validateSync(Object.assign(new type(), body), {
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
  });
  return Object.fromEntries(
    faults.map(({ property, constraints }) => [property, Object.values(constraints ?? {})]),
  );
}

describe('the body of a local sign-in', () => {
  it('must be an address', () => {
    expect(faultsOf(LocalSignIn, { email: 'admin@example.com' })).toEqual({});
  });

  it.each([{}, { email: '' }, { email: 'admin' }, { email: 7 }])('must not be %j', (body) => {
    expect(faultsOf(LocalSignIn, body)).toEqual({
      email: ['email must be the address of a user, such as admin@example.com.'],
    });
  });

  it('must hold nothing else', () => {
    expect(faultsOf(LocalSignIn, { email: 'admin@example.com', role: 'super_admin' })).toHaveProperty('role');
  });
});

describe('a change of a view', () => {
  it.each(['client_stage', 'link', 'none'])('may set the dedupe rule %s', (dedupe) => {
    expect(faultsOf(ChangeView, { dedupe })).toEqual({});
  });

  it('is told which rules there are when it names another', () => {
    expect(faultsOf(ChangeView, { dedupe: 'client' })).toEqual({
      dedupe: ['dedupe must be client_stage, link or none.'],
    });
  });

  it('may leave the rule as it is', () => {
    expect(faultsOf(ChangeView, {})).toEqual({});
  });
});

describe('a change of targets', () => {
  it('must be an object of groups, whatever is in them', () => {
    expect(faultsOf(ChangeTargets, { targets: { intro_poa: { poa: null }, own: [1] } })).toEqual({});
  });

  it.each([{}, { targets: null }, { targets: [] }, { targets: 'intro' }])('must not be %j', (body) => {
    expect(faultsOf(ChangeTargets, body)).toEqual({
      targets: ['targets must be an object of groups, such as { "intro_poa": { "poa": 14 } }.'],
    });
  });
});

describe('a change of a setting', () => {
  it.each(['half', null, 0, false, []])('may be %j', (value) => {
    expect(faultsOf(ChangeSetting, { value })).toEqual({});
  });

  it('must name a value; only a setting may be reset with null', () => {
    expect(faultsOf(ChangeSetting, {})).toEqual({
      value: ['value is missing: the new value of the setting, or null for the default.'],
    });
    expect(faultsOf(TryWeights, { value: null })).toEqual({ value: ['value is missing: a weight table.'] });
  });
});
