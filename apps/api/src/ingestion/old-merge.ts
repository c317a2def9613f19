import { Refusal } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import type { RunDocument } from './runs/run-document.js';

/** @throws Refusal for a merge that was shown before its view began to keep every row as a deal of its own */
export function refuseOldMerge(view: StoredView, { mode }: Pick<RunDocument, 'mode'>): void {
  if (mode !== 'merge' || view.dedupe !== 'none') return;
  throw new Refusal(
    'conflict',
    `This merge was shown before ${view.name} began to keep every row as a deal of its own: no row can be recognised any more. Discard it, then let a whole sheet replace the deals, or choose another rule for what is one deal.`,
  );
}
