/** The audit log. */
export const AUDIT_LOG = '/api/audit-log';
