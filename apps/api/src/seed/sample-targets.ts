/** Targets of a sample view for the year of today. */
export function sampleTargets(view: string, today: string): Record<string, unknown> {
  return { [view]: today };
}
