import { remembered } from '../ui/base/memory';

/** Until when the removal of the sample can be undone, as this browser keeps it. */
export const SAMPLE_UNDO_UNTIL = 'sample-undo-until';

/** Until when that is offered, ms since 1970; null where nothing is, or not any more. */
export function sampleUndoUntil(): number | null {
  const until = Number(remembered(SAMPLE_UNDO_UNTIL));
  return until > Date.now() ? until : null;
}
