import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import type { View } from '@app/contracts';
import { firstValueFrom } from 'rxjs';
import { DataChanges } from '../session/data-changes';
import { Views } from '../session/views';
import { Formats } from '../ui/base/formats';
import { problemOf } from '../ui/base/problem';
import { TEXTS } from '../ui/base/texts';
import { DialogHead } from '../ui/dialog/dialog-head';
import { Dialogs } from '../ui/dialog/dialogs';
import { SAMPLE_URL } from './api';
import { SampleUndo } from './sample-undo';
import { SHELL } from './texts';

/** Asks before the sample is removed, and lists what goes with it. */
@Component({
  selector: 'app-sample-dialog',
  imports: [DialogHead],
  template: `
    <app-dialog-head [heading]="texts.asks" />
    <p>{{ texts.goes }}</p>
    <ul>
      @for (view of sampled(); track view.id) {
        <li>
          <b>{{ view.name }}</b> <span class="num">{{ lineOf(view) }}</span>
        </li>
      }
    </ul>
    @if (own(); as views) {
      <p>{{ texts.stays(views) }}</p>
    }
    <p class="quiet">{{ texts.back }}</p>
    @if (failure()) {
      <p class="bad-text" role="alert">{{ failure() }}</p>
    }
    <div class="answers">
      <button type="button" class="button" [disabled]="isRemoving()" (click)="dialogs.close()">
        {{ texts.cancel }}
      </button>
      <button type="button" class="button danger" [disabled]="isRemoving()" (click)="remove()">
        {{ isRemoving() ? texts.removing : texts.confirm }}
      </button>
    </div>
  `,
  styles: `
    ul {
      margin: var(--s-2) 0 var(--s-3);
    }
    li {
      display: flex;
      justify-content: space-between;
      gap: var(--s-3);
      padding: var(--s-2) 0;
      border-bottom: 1px solid var(--hairline);
    }
    b {
      font-weight: 600;
    }
    .answers {
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      gap: var(--s-2);
      margin-top: var(--s-4);
    }
    .danger {
      border-color: var(--bad);
      color: var(--bad);
    }
  `,
  styleUrl: '../ui/dialog/dialog.css',
})
export class SampleDialog {
  private readonly http = inject(HttpClient);
  private readonly formats = inject(Formats);
  private readonly changes = inject(DataChanges);
  private readonly undo = inject(SampleUndo);
  private readonly views = inject(Views);
  protected readonly dialogs = inject(Dialogs);
  protected readonly texts = SHELL.sample;

  private readonly plain = computed(() => this.views.all().filter(({ is_master }) => !is_master));
  protected readonly sampled = computed(() => this.plain().filter(({ data }) => data.sample));
  /** Views with data of their own, in words. */
  protected readonly own = computed(() =>
    this.formats.list(
      this.plain()
        .filter(({ data }) => !data.sample && data.records_count > 0)
        .map(({ name }) => name),
    ),
  );
  protected readonly isRemoving = signal(false);
  protected readonly failure = signal('');

  protected lineOf({ data: { records_count, sample_targets } }: View): string {
    const deals = TEXTS.deals(this.formats.count(records_count), records_count === 1);
    const targets = SHELL.sample.targets(this.formats.count(sample_targets), sample_targets === 1);
    return SHELL.sample.line(deals, targets);
  }

  protected async remove(): Promise<void> {
    this.isRemoving.set(true);
    this.failure.set('');
    try {
      await firstValueFrom(this.http.delete(SAMPLE_URL));
      await this.changes.published();
      this.dialogs.close();
      this.undo.offer();
    } catch (error) {
      this.failure.set(problemOf(error).detail);
    } finally {
      this.isRemoving.set(false);
    }
  }
}
