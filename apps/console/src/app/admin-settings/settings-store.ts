import { HttpClient, HttpErrorResponse, httpResource } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import type { SettingKey, Settings } from '@app/contracts';
import { SETTING_KINDS } from '@app/domain/settings';
import { firstValueFrom } from 'rxjs';
import { latestOf } from '../ui/base/latest';
import { type ShownProblem, problemOf } from '../ui/base/problem';
import { DataChanges } from '../session/data-changes';
import { Views } from '../session/views';
import { Toasts } from '../ui/toast/toasts';
import { SETTINGS_URL, settingUrl } from './api';
import { SETTINGS } from './texts';

/** Loads the settings of the installation and saves them one by one. */
@Injectable()
export class SettingsStore {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly views = inject(Views);
  private readonly numbers = inject(DataChanges);
  private readonly answer = httpResource<Settings>(() => SETTINGS_URL);

  readonly settings = latestOf(this.answer, () => 'settings');
  readonly saving = signal<SettingKey | null>(null);
  readonly refusals = signal<Partial<Record<SettingKey, ShownProblem>>>({});
  /** Increases with each change made here. */
  readonly changes = signal(0);

  /**
   * Saves a setting, or goes back to its default.
   *
   * @param value null is the default
   * @param revision that the value was made on
   * @returns whether it is saved
   */
  async save(key: SettingKey, value: unknown, revision: number): Promise<boolean> {
    this.saving.set(key);
    this.refusals.update((refusals) => ({ ...refusals, [key]: undefined }));
    try {
      const before = this.settings.data()?.[key];
      const now = await this.put(key, value, revision);
      // Somebody else's change in between is refused: nothing of it is lost.
      const isKnown = before?.revision === revision && now.revision > revision;
      const back = isKnown
        ? () => this.put(key, before.is_default ? null : before.value, now.revision)
        : null;
      this.toasts.changed(SETTINGS.done(SETTING_KINDS[key].label), back);
      return true;
    } catch (error) {
      await this.explain(key, error);
      return false;
    } finally {
      this.saving.set(null);
    }
  }

  private async put(key: SettingKey, value: unknown, revision: number): Promise<Settings[SettingKey]> {
    const headers = { 'If-Match': `"${revision}"` };
    const settings = await firstValueFrom(this.http.put<Settings>(settingUrl(key), { value }, { headers }));
    this.answer.set(settings);
    this.changes.update((changes) => changes + 1);
    this.numbers.show(); // on the page that is open by now
    // Each view tells its next refresh; a failed load is made up for by the next look at the views.
    if (key === 'refresh_schedule') void this.views.load().catch(() => []);
    return settings[key];
  }

  /** Others may have saved meanwhile. A failed check is ignored while there is something to show. */
  async reload(): Promise<void> {
    const settings = await firstValueFrom(this.http.get<Settings>(SETTINGS_URL)).catch(() => null);
    if (settings) this.answer.set(settings);
    else if (!this.answer.hasValue()) this.answer.reload();
  }

  /** A stale revision is shown at the setting, which has loaded the newer one by then. */
  private async explain(key: SettingKey, error: unknown): Promise<void> {
    if (error instanceof HttpErrorResponse && error.status === 412) await this.reload();
    else this.refusals.update((refusals) => ({ ...refusals, [key]: problemOf(error) }));
  }
}
