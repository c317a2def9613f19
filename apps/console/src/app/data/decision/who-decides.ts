import type { IngestionRun } from '@app/contracts';
import { DECISION } from './texts';

/** Who may decide, for those who may not, and who brought it in, unless that was the product itself. */
export function whoDecides({ started_by }: Pick<IngestionRun, 'started_by'>): string {
  return started_by.includes('@') ? DECISION.mayDecide(started_by) : DECISION.uploadersDecide;
}
