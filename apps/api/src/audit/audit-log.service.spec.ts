import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { requestContext } from '../logging/request-context.js';
import { person, SCHEDULE } from './actors.js';
import type { AuditEntry } from './audit-entry.js';
import type { AuditLogRepository } from './audit-log.repository.js';
import { AuditLog } from './audit-log.service.js';

class DatabaseAwayError extends Error {
  override readonly name = 'MongoNetworkError';
}

/** Stands for the collection; what it throws is what the driver would. */
class Entries {
  readonly stored: AuditEntry[] = [];
  fault: Error | null = null;

  add(entry: AuditEntry): Promise<void> {
    if (this.fault) return Promise.reject(this.fault);
    this.stored.push(entry);
    return Promise.resolve();
  }
}

const VIEW = { id: 'view-signal', name: 'Signal', sheetUrl: 'https://example.com/secret' };
const ADA = person({ id: 'user-ada', email: 'Ada@Example.com' });

let entries: Entries;
let log: AuditLog;
let logged: { msg: string; entry: AuditEntry }[];

beforeEach(() => {
  entries = new Entries();
  log = new AuditLog(entries as unknown as AuditLogRepository);
  logged = [];
  jest.spyOn(Logger.prototype, 'error').mockImplementation((line: unknown) => {
    logged.push(line as (typeof logged)[number]);
  });
});

const newest = () => entries.stored.at(-1);

it('tells what differs, in the fields that the action may tell of', async () => {
  const before = { name: 'Signal', dedupe: 'client_stage', sheet_url: null };
  const after = { name: 'Signal', dedupe: 'none', secret: 'x' };
  await log.record({ action: 'view_changed', view: VIEW, before, after });
  expect(newest()).toMatchObject({
    action: 'view_changed',
    outcome: 'done',
    changes: [{ field: 'dedupe', before: 'client_stage', after: 'none' }],
    more_changes: 0,
  });
  expect(newest()?.view).toEqual({ id: 'view-signal', name: 'Signal' });
  expect(newest()?.subject).toEqual({ id: 'view-signal', name: 'Signal' });
});

it('takes who, from where and which request from the request that is being answered', async () => {
  const context = { id: 'r-1', address: '192.0.2.7', actor: ADA, attempt: null };
  await requestContext.run(context, () => log.record({ action: 'signed_out' }));
  expect(newest()).toMatchObject({
    actor: { kind: 'person', id: 'user-ada', name: 'ada@example.com' },
    address: '192.0.2.7',
    request_id: 'r-1',
  });
  await requestContext.run({ ...context, actor: null }, () => log.record({ action: 'sign_in_refused' }));
  expect(newest()?.actor.kind).toBe('nobody');
});

it('takes no program for the person whose address is its name', async () => {
  const program = { kind: 'token', id: 'token-1', name: ADA.name } as const;
  const context = { id: 'r-1', address: null, actor: program, attempt: null };
  await requestContext.run(context, () => log.record({ action: 'data_published', actor: ADA }));
  expect(newest()?.actor).toEqual(ADA);
});

it('without a request it is who is named, else the product itself', async () => {
  await log.record({ action: 'data_published', view: VIEW, actor: SCHEDULE });
  expect(newest()).toMatchObject({ actor: { kind: 'schedule' }, address: null, request_id: null });
  await log.record({ action: 'entries_removed' });
  expect(newest()?.actor.kind).toBe('installation');
});

it('cuts what is too long, and says so', async () => {
  const value = [{ name: 'x'.repeat(9_000) }];
  await log.record({ action: 'setting_changed', after: { value } });
  const [change] = newest()?.changes ?? [];
  expect(change).toMatchObject({ field: 'value', cut: true });
  expect(String(change?.after)).toHaveLength(501);
  const many = Object.fromEntries(Array.from({ length: 301 }, (_, month) => [`m${month}`, month]));
  await log.record({ action: 'targets_changed', view: VIEW, after: many });
  expect(newest()?.changes).toHaveLength(300);
  expect(newest()?.more_changes).toBe(1);
});

it('ids of one process sort by time, within a millisecond too', async () => {
  for (let event = 0; event < 200; event += 1) await log.record({ action: 'signed_out' });
  const ids = entries.stored.map(({ _id }) => _id);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(200);
});

it('what the database does not take stands in the log of the server, and is stored when it is back', async () => {
  entries.fault = new DatabaseAwayError('connect ECONNREFUSED');
  await log.record({ action: 'signed_out', actor: ADA });
  expect(logged.map(({ entry }) => entry.action)).toEqual(['signed_out']);
  entries.fault = null;
  await log.beforeApplicationShutdown();
  expect(entries.stored).toEqual(logged.map(({ entry }) => entry));
  await log.beforeApplicationShutdown();
  expect(entries.stored).toHaveLength(1);
});

it('an entry that can never be stored keeps no other out', async () => {
  entries.fault = new Error('a fault of ours');
  await log.record({ action: 'signed_out', actor: ADA });
  entries.fault = null;
  await log.beforeApplicationShutdown();
  expect(logged).toHaveLength(1);
  expect(entries.stored).toEqual([]);
});
