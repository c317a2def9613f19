import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, resource } from '@angular/core';
import type { Breakdown, NamedView, Setting } from '@app/contracts';
import { SETTING_KINDS } from '@app/domain/settings';
import { type Period, halfOf, isoDay } from '@app/domain/period';
import { defaultChoice } from '../session/period-choice';
import { Session } from '../session/session';
import { Views } from '../session/views';
import { labelOf } from '../session/period-label';
import { Formats } from '../ui/base/formats';
import { PersonName } from '../ui/links/person-name';
import { firstValueFrom } from 'rxjs';
import {
  goalOf,
  peopleWith,
  type Person,
  readGoals,
  type TypedGoals,
  typedGoals,
  type ViewMeetings,
  viewOf,
  withGoal,
} from './goals-draft';
import { SettingCard } from './setting-card';
import { SettingDraft } from './setting-draft';
import { SettingsStore } from './settings-store';
import { SETTINGS } from './texts';
import { PATHS, viewUrl } from '../session/api';

/** Monthly meeting goals of BDRs. The people come from the data. */
@Component({
  selector: 'app-goals-card',
  imports: [PersonName, SettingCard],
  templateUrl: './goals-card.html',
  styleUrl: './goals-card.css',
})
export class GoalsCard {
  private readonly http = inject(HttpClient);
  private readonly store = inject(SettingsStore);
  private readonly session = inject(Session);
  private readonly views = inject(Views);
  protected readonly formats = inject(Formats);
  protected readonly texts = SETTINGS.goals;
  protected readonly label = SETTING_KINDS.bdr_goals.label;

  readonly setting = input.required<Setting<'bdr_goals'>>();
  protected readonly draft = new SettingDraft<TypedGoals>(
    this.setting,
    computed(() => typedGoals(this.setting().value)),
  );
  protected readonly read = computed(() => readGoals(this.draft.shown()));

  private readonly half = computed(() => halfOf(this.session.today()));
  protected readonly halfLabel = computed(() => labelOf(defaultChoice(this.session.today()), this.formats));
  /** A goal holds in every view: so do the people who can have one come from all of them. */
  private readonly answer = resource({
    params: () => ({
      half: this.half(),
      views: this.views.all().filter(({ is_master, data }) => !is_master && data.records_count > 0),
    }),
    loader: ({ params: { half, views } }) =>
      Promise.all(views.map(({ id, name }) => this.meetingsOf({ id, name }, half))),
  });
  protected readonly people = computed(() =>
    peopleWith(this.answer.hasValue() ? this.answer.value() : [], this.setting().value),
  );
  protected readonly isMissing = computed(() => this.answer.status() === 'error');

  private async meetingsOf(view: NamedView, { from, to }: Period): Promise<ViewMeetings> {
    const params = { metric: 'meetings.total', by: 'bdr', from: isoDay(from), to: isoDay(to) };
    const url = viewUrl(view.id, PATHS.breakdown);
    return { view, rows: (await firstValueFrom(this.http.get<Breakdown>(url, { params }))).rows };
  }

  protected viewOf(person: Person): string | null {
    return viewOf(person, this.views.all());
  }

  protected namesOf({ views }: Person): string {
    return views.map(({ name }) => name).join(', ');
  }

  protected goalOf(name: string): string {
    return goalOf(this.draft.shown(), name);
  }

  protected typeDefault(text: string): void {
    this.draft.type({ ...this.draft.shown(), default: text });
  }

  protected typeGoal(name: string, text: string): void {
    this.draft.type(withGoal(this.draft.shown(), name, text));
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async save(): Promise<void> {
    const { goals } = this.read();
    if (goals && (await this.store.save('bdr_goals', goals, this.draft.revision()))) this.draft.discard();
  }
}
