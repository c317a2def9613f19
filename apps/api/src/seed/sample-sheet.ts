/** A sheet of sample deals. */
export function sampleSheet(view: string, today: string): string {
  return `${view}${today}`;
}
