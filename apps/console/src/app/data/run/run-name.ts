import type { IngestionRunSummary } from '@app/contracts';
import type { Formats } from '../../ui/base/formats';
import { isSampleRemoval } from './runs';
import { DATA } from './texts';

/** What a run is called: its file or sheet, or what it did where it read none. */
export function runName(run: IngestionRunSummary, formats: Formats): string {
  if (run.rollback) return DATA.history.backTo(formats.count(run.rollback.revision));
  return isSampleRemoval(run) ? DATA.history.sampleRemoved : run.source.name;
}
