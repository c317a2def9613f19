import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { DataChanges } from '../session/data-changes';
import { remember } from '../ui/base/memory';
import { Toasts } from '../ui/toast/toasts';
import { SAMPLE_AGAIN_URL } from './api';
import { SAMPLE_UNDO_UNTIL } from './sample-undo-until';
import { SHELL } from './texts';

const UNDO_MS = 60_000;

/** The offer to bring the sample back, which stands for a minute, after a reload too. */
@Service()
export class SampleUndo {
  private readonly http = inject(HttpClient);
  private readonly changes = inject(DataChanges);
  private readonly toasts = inject(Toasts);

  /** @param until when the offer ends, ms since 1970 */
  offer(until = Date.now() + UNDO_MS): void {
    remember(SAMPLE_UNDO_UNTIL, String(until));
    this.toasts.changed(SHELL.sample.done, () => this.bringBack(), until - Date.now());
  }

  private async bringBack(): Promise<void> {
    await firstValueFrom(this.http.post(SAMPLE_AGAIN_URL, null));
    remember(SAMPLE_UNDO_UNTIL, '');
    await this.changes.published();
  }
}
