/** Severities that must not ship. Others are told, and wait for the next update. */
const REFUSED = new Set(['critical', 'high']);
const NOT_CHECKED = 2;

/**
 * What `npm audit --json` printed, in lines for people and an exit code: 0 where nothing is known that must not ship, 1
 * where something is, 2 where nothing could be checked, which is never taken for a good answer.
 */
export function auditOutcome(output) {
  const report = parsed(output);
  if (!report?.metadata?.vulnerabilities || report.error) return notChecked(report);
  const known = Object.values(report.vulnerabilities ?? {});
  const refused = known.filter(({ severity }) => REFUSED.has(severity));
  const lines = known.map(lineOf).sort();
  if (refused.length > 0)
    return { code: 1, lines: [...lines, `${refused.length} must be updated before a release.`] };
  return {
    code: 0,
    lines: [...lines, 'No dependency of the product has a known fault that is high or critical.'],
  };
}

function lineOf({ name, severity, range, via = [] }) {
  const faults = via.map((each) => (typeof each === 'string' ? `by ${each}` : `${each.title} (${each.url})`));
  return `${severity}: ${name} ${range}: ${faults.join('; ')}`;
}

function notChecked(report) {
  const reason = report?.error?.summary || report?.message || 'npm gave no answer that can be read';
  return {
    code: NOT_CHECKED,
    lines: [
      `Nothing was checked: ${reason}.`,
      'Known faults are listed by the registry of npm: run this again where it can be reached.',
    ],
  };
}

function parsed(output) {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}
