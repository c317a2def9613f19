import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import type { SettingChange, SettingChangePage } from '@app/contracts';
import { Formats } from '../ui/base/formats';
import { latestOf } from '../ui/base/latest';
import { PlainTable } from '../ui/plain-table';
import { ProblemNotice } from '../ui/problem-notice';
import { SETTING_KINDS, settingLabel } from '@app/domain/settings';
import { SettingsStore } from './settings-store';
import { SETTINGS } from './texts';
import { HISTORY_URL } from './api';
import { CardHead } from '../ui/card-head';

const PAGE = 8;

/** The history of settings, newest first. */
@Component({
  selector: 'app-settings-history',
  imports: [CardHead, PlainTable, ProblemNotice],
  template: `
    <app-card-head [heading]="texts.heading" />
    @if (history.problem(); as problem) {
      <app-problem-notice [problem]="problem" (retry)="history.reload()" />
    } @else if (items().length === 0) {
      <p class="quiet">{{ texts.none }}</p>
    } @else {
      <div class="scroll-x" tabindex="0" role="group" [attr.aria-label]="texts.heading">
        <table app-plain-table [caption]="texts.heading" [columns]="columns">
          <tbody>
            @for (change of items(); track change.id) {
              <tr>
                <td class="num">{{ formats.at(change.at) }}</td>
                <td>{{ change.by }}</td>
                <td>{{ kinds[change.key].label }}</td>
                <td class="quiet wrap">{{ wordsOf(change.key, change.before) }}</td>
                <td class="wrap">{{ wordsOf(change.key, change.after) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (hasMore()) {
        <button type="button" class="button" (click)="more()">{{ texts.more }}</button>
      }
    }
  `,
  styles: `
    .button {
      align-self: start;
      margin-top: var(--s-3);
    }
    /* On a phone the table scrolls: a value in a narrow column would make its row many lines high. */
    .wrap {
      min-width: 180px;
    }
  `,
})
export class SettingsHistory {
  private readonly store = inject(SettingsStore);
  protected readonly formats = inject(Formats);
  protected readonly texts = SETTINGS.history;
  protected readonly columns = Object.values(SETTINGS.history.columns).map((label) => ({ label }));
  protected readonly kinds = SETTING_KINDS;

  private readonly limit = signal(PAGE);
  private readonly answer = httpResource<SettingChangePage>(() => {
    this.store.changes(); // one's own change is a new line
    return { url: HISTORY_URL, params: { limit: this.limit() } };
  });
  protected readonly history = latestOf(this.answer, () => 'history');
  protected readonly items = computed(() => this.history.data()?.items ?? []);
  protected readonly hasMore = computed(() => (this.history.data()?.next_cursor ?? null) !== null);

  protected more(): void {
    this.limit.update((limit) => limit + PAGE);
  }

  protected wordsOf(key: SettingChange['key'], value: unknown): string {
    return settingLabel(key, value, (count) => this.formats.count(count));
  }
}
