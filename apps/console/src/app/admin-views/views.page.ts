import { Component, Injector, inject } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { View } from '@app/contracts';
import { Dialogs } from '../ui/dialog/dialogs';
import { ProblemNotice } from '../ui/problem-notice';
import { ArchivedViews } from './archived-views';
import { ManagedViews } from './managed-views.store';
import { MANAGED } from './texts';
import { ViewList } from './view-list';

/** Which views there are: made, renamed, assigned, deleted and restored here. */
@Component({
  selector: 'app-views',
  imports: [ArchivedViews, Icon, ProblemNotice, ViewList],
  providers: [ManagedViews],
  host: { '(window:focus)': 'store.reload()' },
  template: `
    <div class="head">
      <h1>{{ texts.heading }}</h1>
      <p class="quiet">{{ texts.lead }}</p>
      <button type="button" class="button primary" (click)="edit(null)">
        <svg appIcon="plus" aria-hidden="true"></svg>{{ texts.make }}
      </button>
    </div>
    @if (store.views.data()) {
      <app-view-list class="card" (edit)="edit($event)" (remove)="remove($event)" />
      <app-archived-views class="card" />
    } @else if (store.views.problem(); as problem) {
      <app-problem-notice [problem]="problem" (retry)="store.reload()" />
    } @else {
      <p class="unseen" role="status">{{ texts.loading }}</p>
      <div class="card waiting"><span class="bone"></span></div>
    }
  `,
  styleUrls: ['../ui/page-head.css', './views.page.css'],
})
export class ViewsPage {
  protected readonly store = inject(ManagedViews);
  private readonly dialogs = inject(Dialogs);
  private readonly injector = inject(Injector);
  protected readonly texts = MANAGED;

  /** @param view null makes one */
  protected edit(view: View | null): void {
    this.store.chosen.set(view);
    const label = view ? MANAGED.form.edit(view.name) : MANAGED.form.make;
    void this.dialogs.open(async () => (await import('./view-dialog')).ViewDialog, label, {
      from: this.injector,
    });
  }

  protected remove(view: View): void {
    this.store.chosen.set(view);
    const label = MANAGED.delete.heading(view.name);
    void this.dialogs.open(async () => (await import('./delete-dialog')).DeleteDialog, label, {
      from: this.injector,
    });
  }
}
