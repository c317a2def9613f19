import { AUDIT_ACTION_IDS, type AuditEntry } from './audit.js';
import { auditDoer, auditFieldLabel, auditSentence, auditUntold, auditValue } from './audit-words.js';

const entry = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  id: '1',
  at: '2026-11-20T14:02:00.000Z',
  action: 'data_uploaded',
  outcome: 'done',
  actor: { kind: 'person', id: 'user-ada', name: 'ada@example.com' },
  address: null,
  request_id: null,
  subject: { id: 'run-1', name: 'deals.csv' },
  view: { id: 'view-signal', name: 'Signal' },
  changes: [],
  more_changes: 0,
  ...change,
});

const said = (change: Partial<AuditEntry>) =>
  auditSentence(entry(change))
    .map(({ text }) => text)
    .join('');

describe('auditSentence', () => {
  it('tells who did what to what', () => {
    expect(said({})).toBe('ada@example.com uploaded deals.csv to Signal');
    expect(auditSentence(entry()).map(({ name }) => name)).toEqual(['actor', null, 'subject', null, 'view']);
  });

  it('names whoever is no person', () => {
    const schedule = { kind: 'schedule', id: null, name: null } as const;
    expect(said({ action: 'data_published', actor: schedule })).toBe(
      'deals.csv was published in Signal for the schedule',
    );
    expect(said({ action: 'entries_removed', actor: { ...schedule, kind: 'installation' } })).toBe(
      'The product removed old entries of this log',
    );
    expect(auditDoer({ kind: 'token', id: 't', name: 'ada@example.com' })).toBe('API token ada@example.com');
    expect(auditDoer({ ...schedule, kind: 'nobody' })).toBe('Somebody who is not signed in');
  });

  it('counts refusals that are told together, once and in words', () => {
    const changes = [{ field: 'more', before: null, after: 29, cut: false }];
    const actor = { kind: 'nobody', id: null, name: null } as const;
    const many = { actor, subject: null, view: null, changes };
    expect(said({ ...many, action: 'write_refused' })).toBe(
      'Further changes by somebody who is not signed in were refused within a minute: 29',
    );
    expect(said({ ...many, action: 'sign_in_refused' })).toBe(
      'Further sign-ins were refused within a minute: 29',
    );
    expect(auditUntold(entry(many))).toEqual([]);
    const reason = { field: 'reason', before: null, after: 'Too often.', cut: false };
    expect(auditUntold(entry({ changes: [reason] }))).toEqual([reason]);
  });

  it('has words for every kind of event, whatever is known of it', () => {
    for (const action of AUDIT_ACTION_IDS)
      expect(said({ action, subject: null, view: null })).not.toMatch(/[{}]|undefined/);
  });

  it('does not take what somebody is called for a part of the sentence', () => {
    expect(said({ subject: { id: 'x', name: '{view} $& {actor}' } })).toBe(
      'ada@example.com uploaded {view} $& {actor} to Signal',
    );
  });
});

it.each([
  ['view_access', 'Views'],
  ['date_order', 'Date order'],
  ['name', 'Name'],
  ['revenue_2026.nov', 'revenue_2026.nov'],
])('the field %s is called %s', (field, label) => {
  expect(auditFieldLabel(field)).toBe(label);
});

it.each([
  [null, 'none'],
  ['', 'none'],
  [[], 'none'],
  [{}, 'none'],
  [0, '0'],
  [1.5, '1.5'],
  [true, 'yes'],
  [false, 'no'],
  ['month_first', 'month_first'],
  [['Signal', 'Market'], 'Signal, Market'],
  [{ account: 'client', region: null }, 'account: client, region: none'],
  [[{ stage: 'B' }], '[{"stage":"B"}]'],
])('%j reads %s', (value, words) => {
  expect(auditValue(value)).toBe(words);
});
