import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import type { DedupeRule, IngestionRunSummary, View } from '@app/contracts';
import { firstValueFrom } from 'rxjs';
import { viewUrl } from '../../session/api';
import { Views } from '../../session/views';
import { problemOf } from '../../ui/base/problem';
import { shownStatus } from '../run/question';
import { toneOfRun } from '../run/runs';
import { type SheetAddress, SheetForm } from '../upload/sheet-form';
import { healthOf } from './health';
import { Clock } from '../../ui/base/clock';
import { Formats } from '../../ui/base/formats';
import { TEXTS } from '../../ui/base/texts';
import { Toasts } from '../../ui/toast/toasts';
import { DATA } from '../run/texts';
import { CardHead } from '../../ui/card-head';

/** The state of a view's data. */
@Component({
  selector: 'app-state-card',
  imports: [CardHead, Icon, SheetForm],
  templateUrl: './state-card.html',
  styleUrl: './state-card.css',
})
export class StateCard {
  private readonly formats = inject(Formats);
  private readonly clock = inject(Clock);
  private readonly http = inject(HttpClient);
  private readonly views = inject(Views);
  private readonly toasts = inject(Toasts);
  protected readonly texts = DATA.state;
  protected readonly statuses = DATA.status;
  protected readonly toneOf = toneOfRun;
  protected readonly statusOf = shownStatus;
  readonly view = input.required<View>();
  /** The last runs of the view, newest first. */
  readonly runs = input.required<readonly IngestionRunSummary[]>();
  readonly isBusy = input.required<boolean>();
  readonly refresh = output();

  private readonly viewId = computed(() => this.view().id);
  protected readonly isEditing = linkedSignal({ source: this.viewId, computation: () => false });
  protected readonly isSaving = signal(false);
  /** Why the address could not be saved; empty otherwise. */
  protected readonly failure = linkedSignal({ source: this.isEditing, computation: () => '' });
  protected readonly mayManage = computed(() => this.view().can.includes('manage'));
  protected readonly mayRefresh = computed(
    () => this.view().sheet_url !== null && this.view().can.includes('upload'),
  );
  protected readonly health = computed(() => healthOf(this.runs()));
  protected readonly healthWords = computed(() => {
    const { runs, well } = this.health();
    return DATA.state.went(this.formats.count(well), this.formats.count(runs.length), runs.length === 1);
  });

  /** What stands there before the first import; empty after it. */
  protected readonly nothing = computed(() => {
    const { data, is_master } = this.view();
    if (data.last_update) return '';
    return is_master ? DATA.state.noneOfMaster : DATA.state.none;
  });
  protected readonly isUploaded = computed(() => {
    const { source_type, sample } = this.view().data;
    return source_type === 'csv' && !sample;
  });
  protected readonly facts = computed(() => {
    const { dedupe, is_master, next_refresh } = this.view();
    return [
      ...this.factsOfData(),
      ...(next_refresh ? [{ label: DATA.state.next, value: this.formats.at(next_refresh), detail: '' }] : []),
      ...(is_master
        ? []
        : [{ label: DATA.state.rule, value: this.nameOf(dedupe), detail: DATA.rule[dedupe].detail }]),
    ];
  });

  /** Beside “Duplicates”: what is one, not what is a deal. */
  private nameOf(rule: DedupeRule): string {
    return rule === 'none' ? DATA.state.noRule : DATA.rule[rule].name;
  }

  /** Before the first import there are none. */
  private factsOfData() {
    const { data, is_master } = this.view();
    if (!data.last_update) return [];
    const plain = (label: string, value: string) => ({ label, value, detail: '' });
    return [
      ...(is_master ? [] : [plain(DATA.state.source, this.source())]),
      plain(DATA.state.rows, this.formats.count(data.records_count)),
      ...(is_master ? [] : [plain(DATA.state.revision, String(data.revision))]),
      {
        label: DATA.state.updated,
        value: this.formats.at(data.last_update),
        detail: this.age(data.last_update),
      },
    ];
  }

  /** Where the sheet is fetched from, now and on schedule; null for nowhere. */
  protected async save(address: SheetAddress | { sheet_url: null; sheet_name: null }): Promise<void> {
    this.isSaving.set(true);
    this.failure.set('');
    const { id, name, sheet_url, sheet_name } = this.view();
    try {
      await this.put(id, address);
      this.isEditing.set(false);
      const { address: changed, forgotten } = DATA.said;
      const words = address.sheet_url === null ? forgotten(name) : changed(name);
      this.toasts.changed(words, () => this.put(id, { sheet_url, sheet_name }));
    } catch (error) {
      this.failure.set(problemOf(error).detail);
    } finally {
      this.isSaving.set(false);
    }
  }

  private async put(id: string, address: Pick<View, 'sheet_url' | 'sheet_name'>): Promise<void> {
    await firstValueFrom(this.http.patch(viewUrl(id), address));
    await this.views.load();
  }

  /**
   * Master is as old as the oldest of its views; which one that is, those who may not open it are not told. Where all
   * are of one age, none is named.
   */
  private age(moment: string): string {
    const ago = this.formats.ago(moment, this.clock.now());
    const { is_master, aggregates_from } = this.view();
    if (!is_master) return ago;
    const parts = this.views.all().filter(({ id }) => aggregates_from.includes(id));
    const isAsOld = ({ data }: View) =>
      data.last_update !== null && this.formats.ago(data.last_update, this.clock.now()) === ago;
    if (parts.length > 1 && parts.every(isAsOld)) return ago;
    const oldest = parts.find(({ data }) => data.last_update === moment);
    return `${ago}: ${oldest ? DATA.state.oldestIs(oldest.name) : DATA.state.oldest}`;
  }

  private source(): string {
    const { source_type, sample } = this.view().data;
    const names: Record<string, string> = DATA.state.sources;
    if (sample) return DATA.state.sources.sample;
    return source_type ? (names[source_type] ?? source_type) : TEXTS.none;
  }
}
