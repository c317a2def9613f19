import { httpResource } from '@angular/common/http';
import { type Signal, inject } from '@angular/core';
import type { IngestionRun, IngestionRunSummary } from '@app/contracts';
import { DataChanges } from '../../session/data-changes';
import { type Latest, latestOf } from '../../ui/base/latest';
import { runUrl } from './api';

/**
 * The run that is open, whole: the history knows it without the lists of its report.
 *
 * @param listed the run as the history knows it; null loads nothing
 */
export function openedRun(listed: Signal<IngestionRunSummary | null>): Latest<IngestionRun> {
  const changes = inject(DataChanges);
  const answer = httpResource<IngestionRun>(() => {
    changes.version(); // somebody may have decided about it
    const run = listed();
    return run ? runUrl(run) : undefined;
  });
  return latestOf(answer, () => listed()?.id);
}
