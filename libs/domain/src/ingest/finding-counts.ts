import type { FindingCount, ImportFinding } from './sheet.js';

/**
 * How many findings there are of each kind in each column, by kind, then by column; those of no column first.
 *
 * @see docs/domain.md, section 9
 */
export function countFindings(findings: readonly ImportFinding[]): FindingCount[] {
  const counts = new Map<string, FindingCount>();
  for (const { code, column } of findings) {
    const key = `${code} ${column ?? ''}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { code, column, count: 1 });
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count);
}
