import { type Actor, requestContext } from '../logging/request-context.js';
import { NOBODY } from './actors.js';
import type { AuditEvent } from './audit-entry.js';
import type { AuditLog } from './audit-log.service.js';
import { RefusalAudit, type RefusedRequest } from './refusal-audit.service.js';

const WRITE: RefusedRequest = {
  status: 403,
  method: 'PUT',
  path: '/api/views/view-signal/targets',
  reason: 'Only a super admin may do this.',
};

let told: AuditEvent[];
let refusals: RefusalAudit;

beforeEach(() => {
  told = [];
  const log = { record: (event: AuditEvent) => Promise.resolve(void told.push(event)) };
  refusals = new RefusalAudit(log as unknown as AuditLog);
});

const from = (
  address: string,
  request: RefusedRequest = WRITE,
  actor: Actor | null = null,
  isShutOut = false,
) => requestContext.run({ id: 'r', address, actor, attempt: null, isShutOut }, () => refusals.tell(request));

it('tells of a refused change, and of no read or mistake', async () => {
  await from('192.0.2.1');
  expect(told).toEqual([
    {
      action: 'write_refused',
      outcome: 'refused',
      subject: { id: WRITE.path, name: `PUT ${WRITE.path}` },
      after: { reason: WRITE.reason },
    },
  ]);
  expect(from('192.0.2.1', { ...WRITE, method: 'GET' })).toBeNull();
  expect(from('192.0.2.1', { ...WRITE, status: 400 })).toBeNull();
  expect(from('192.0.2.1', { ...WRITE, status: 404 })).toBeNull();
});

it('tells of a change of a view that who asks does not open, whatever they are told', async () => {
  await from('192.0.2.1', { ...WRITE, status: 404 }, null, true);
  expect(told).toMatchObject([{ action: 'write_refused', subject: { id: WRITE.path } }]);
  expect(from('192.0.2.1', { ...WRITE, status: 404, method: 'GET' }, null, true)).toBeNull();
});

it('tells the first of many one by one, and how many more there were', async () => {
  for (let asked = 0; asked < 500; asked += 1) await from('192.0.2.1');
  await from('192.0.2.2');
  expect(told).toHaveLength(21);
  await refusals.endMinute();
  expect(told.at(-1)).toEqual({
    action: 'write_refused',
    outcome: 'refused',
    actor: NOBODY,
    address: '192.0.2.1',
    after: { more: 480 },
  });
  await refusals.endMinute();
  expect(told).toHaveLength(22);
  await from('192.0.2.1');
  expect(told).toHaveLength(23);
});

it('counts what comes from very many addresses together', async () => {
  for (let asked = 0; asked < 1_000; asked += 1) await from(`address ${asked}`);
  expect(told).toHaveLength(120);
  await refusals.endMinute();
  expect(told.at(-1)).toMatchObject({ actor: NOBODY, address: null, after: { more: 880 } });
});

it('counts what each caller asked apart', async () => {
  const ada: Actor = { kind: 'person', id: 'user-ada', name: 'ada@example.com' };
  for (let asked = 0; asked < 30; asked += 1) {
    await from('192.0.2.1', WRITE, ada);
    await from('192.0.2.1');
  }
  await refusals.endMinute();
  expect(told.slice(-2).map(({ actor, after }) => [actor, after])).toEqual([
    [ada, { more: 10 }],
    [NOBODY, { more: 10 }],
  ]);
});
