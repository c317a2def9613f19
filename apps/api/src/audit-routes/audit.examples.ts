import type { AuditEntry } from '@app/contracts';

export const AUDIT_ENTRY: AuditEntry = {
  id: '019c9d2e-8f40-7000-9c1e-5f1f1f0b7a11',
  at: '2026-11-20T14:02:00.000Z',
  action: 'targets_changed',
  outcome: 'done',
  actor: { kind: 'person', id: 'user-admin-1767225600', name: 'admin@example.com' },
  address: '203.0.113.7',
  request_id: '0f9c6f0e-6f1b-4d0f-9e55-2f3f0c0a7d11',
  subject: { id: 'view-signal-1767225600', name: 'Signal' },
  view: { id: 'view-signal-1767225600', name: 'Signal' },
  changes: [{ field: 'revenue_2026.nov', before: 400_000, after: 500_000, cut: false }],
  more_changes: 0,
};

export const AUDIT_CSV =
  'Time (UTC),Who,What,In words,View,About,Outcome,From,Before,After,Request,Entry\r\n' +
  '2026-11-20T14:02:00.000Z,admin@example.com,Targets changed,admin@example.com changed targets of Signal,Signal,Signal,done,203.0.113.7,revenue_2026.nov: 400000,revenue_2026.nov: 500000,0f9c6f0e-6f1b-4d0f-9e55-2f3f0c0a7d11,019c9d2e-8f40-7000-9c1e-5f1f1f0b7a11\r\n';
