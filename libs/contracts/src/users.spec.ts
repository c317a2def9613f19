import { validateSync } from 'class-validator';
import { type ActedOn, type UserAction, whyNot } from './user-actions.js';
import { AddUser, ChangeUser } from './users.js';

const user = (change: Partial<ActedOn> = {}): ActedOn => ({
  email: 'ada@example.com',
  is_you: false,
  is_last_super_admin: false,
  is_demo: false,
  owns_pov: false,
  ...change,
});

describe('whyNot', () => {
  it.each([
    ['change_role', {}, null],
    ['remove', {}, null],
    ['invite', {}, null],
    ['change_role', { is_you: true }, /own role/],
    ['remove', { is_you: true }, /removes themselves/],
    ['invite', { is_you: true }, null],
    ['change_role', { is_you: true, is_last_super_admin: true }, /somebody else a super admin first/],
    ['remove', { is_last_super_admin: true }, /cannot be removed/],
    ['change_role', { is_demo: true }, /only reads/],
    ['remove', { is_demo: true }, null],
    ['invite', { owns_pov: true }, /npm run invite -- ada@example\.com/],
    ['remove', { owns_pov: true }, null],
  ] as [UserAction, Partial<ActedOn>, RegExp | null][])('%s of %j', (action, change, reason) => {
    const found = whyNot(action, user(change));
    if (reason === null) expect(found).toBeNull();
    else expect(found).toMatch(reason);
  });
});

const faultyFields = (type: new () => object, body: object): string[] =>
  validateSync(Object.assign(new type(), body)).map(({ property }) => property);

describe('the bodies about users', () => {
  it.each([
    [{ email: 'ada@example.com' }, []],
    [{ email: 'ada@example.com', name: 'Zoë O’Neil', role: 'viewer', view_access: ['Signal'] }, []],
    [{ email: 'ada' }, ['email']],
    [{ email: 'adа@example.com' }, ['email']],
    [{ email: { $gt: '' } }, ['email']],
    [{ email: 'ada@example.com', name: 'a\u202Eb' }, ['name']],
    [{ email: 'ada@example.com', role: 'owner' }, ['role']],
    [{ email: 'ada@example.com', view_access: [{ $ne: '' }] }, ['view_access']],
  ])('of an addition %j', (body, fields) => {
    expect(faultyFields(AddUser, body)).toEqual(fields);
  });

  it.each([
    [{}, []],
    [{ role: 'super_admin', view_access: [] }, []],
    [{ role: ['viewer'] }, ['role']],
    [{ role: null, view_access: null }, ['role', 'view_access']],
    [{ view_access: 'Signal' }, ['view_access']],
    [{ view_access: Array(201).fill('x') }, ['view_access']],
  ])('of a change %j', (body, fields) => {
    expect(faultyFields(ChangeUser, body)).toEqual(fields);
  });
});
