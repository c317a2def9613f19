import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../ui/icon/icon';
import { DataChanges } from '../session/data-changes';
import { Session } from '../session/session';
import { Address } from '../session/address';
import { WaitingImports } from '../session/waiting-imports';
import { Connection } from '../ui/base/connection';
import { Narrow } from '../ui/base/narrow';
import { Formats } from '../ui/base/formats';
import { Dialogs } from '../ui/dialog/dialogs';
import { SHELL } from './texts';

/** What the reader should know wherever they are: no connection, sample records, held imports, newer data. */
@Component({
  selector: 'app-notices',
  imports: [Icon, RouterLink],
  templateUrl: './notices.html',
  styleUrl: './notices.css',
})
export class Notices {
  private readonly dialogs = inject(Dialogs);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  private readonly imports = inject(WaitingImports);
  protected readonly changes = inject(DataChanges);
  protected readonly address = inject(Address);
  protected readonly texts = SHELL;

  protected readonly isOffline = inject(Connection).isOffline;
  private readonly isNarrow = inject(Narrow).is;
  protected readonly sampleView = computed(() => {
    const view = this.address.view();
    return view?.data.sample ? view : null;
  });
  protected readonly publishedAt = computed(() =>
    this.formats.at(this.address.view()?.data.last_update ?? null),
  );
  protected readonly mayRemove = computed(() => this.session.can('manage_views'));

  /** Of a master perhaps only some of its views. */
  protected readonly sampleWords = computed(() => (this.isNarrow() ? SHELL.sample.short : SHELL.sample));
  protected readonly sampleText = computed(() => {
    const view = this.address.view();
    const { sample_views = [] } = view?.data ?? {};
    const isPart = sample_views.length < (view?.aggregates_from.length ?? 0);
    return isPart ? SHELL.sample.part(this.formats.list(sample_views)) : this.sampleWords().text;
  });

  /** Held imports, but for those of the view whose data page is open: there they stand on the page itself. */
  protected readonly held = computed(() => {
    const open = this.address.page() === 'data' ? this.address.viewId() : null;
    return this.imports
      .held()
      .filter(({ view }) => view.id !== open)
      .map(({ run, view }) => ({
        id: run.id,
        viewId: view.id,
        label: SHELL.heldOf(view.name, run.source.name),
        parameters: { ...this.address.leftBehind(), run: run.id },
      }));
  });
  protected readonly heldText = computed(() => {
    const count = this.held().length;
    return SHELL.held(this.formats.count(count), count === 1);
  });

  protected askToRemove(): void {
    void this.dialogs.open(async () => (await import('./sample-dialog')).SampleDialog, SHELL.sample.asks);
  }
}
