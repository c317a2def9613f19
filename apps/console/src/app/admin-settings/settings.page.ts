import { Component, inject } from '@angular/core';
import { ProblemNotice } from '../ui/problem-notice';
import { GateCard } from './gate-card';
import { GoalsCard } from './goals-card';
import { NumberCard } from './number-card';
import { ScheduleCard } from './schedule-card';
import { SettingsHistory } from './settings-history';
import { SettingsStore } from './settings-store';
import { SpanCard } from './span-card';
import { SETTINGS } from './texts';
import { WeightsCard } from './weights-card';

/** The settings of the whole installation. */
@Component({
  selector: 'app-settings',
  imports: [
    GateCard,
    GoalsCard,
    NumberCard,
    ProblemNotice,
    ScheduleCard,
    SettingsHistory,
    SpanCard,
    WeightsCard,
  ],
  providers: [SettingsStore],
  host: { '(window:focus)': 'store.reload()' },
  template: `
    <div class="head">
      <h1>{{ texts.heading }}</h1>
      <p class="quiet">{{ texts.lead }}</p>
    </div>
    @if (store.settings.data(); as settings) {
      <div class="columns">
        <div class="column">
          <app-weights-card [setting]="settings.weights" />
        </div>
        <div class="column">
          <app-span-card [setting]="settings.revenue_span" />
          <app-goals-card [setting]="settings.bdr_goals" />
        </div>
      </div>
      <div class="cards">
        <app-schedule-card [setting]="settings.refresh_schedule" />
        <app-gate-card [setting]="settings.refresh_gate" />
      </div>
      <div class="cards limits">
        <app-number-card key="row_limit" [setting]="settings.row_limit" />
        <app-number-card key="history_days" [setting]="settings.history_days" />
        <app-number-card key="audit_days" [setting]="settings.audit_days" />
      </div>
      <app-settings-history class="card" />
    } @else if (store.settings.problem(); as problem) {
      <app-problem-notice [problem]="problem" (retry)="store.settings.reload()" />
    } @else {
      <p class="unseen" role="status">{{ texts.loading }}</p>
      <div class="columns">
        <div class="card waiting"><span class="bone"></span></div>
        <div class="card waiting"><span class="bone"></span></div>
      </div>
    }
  `,
  styleUrls: ['../ui/page-head.css', './settings.page.css'],
})
export class SettingsPage {
  protected readonly store = inject(SettingsStore);
  protected readonly texts = SETTINGS;
}
