import { Component, DOCUMENT, DestroyRef, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LucideFlaskConical, LucideWifiOff } from '@lucide/angular';
import { DataChanges } from '../session/data-changes';
import { Session } from '../session/session';
import { Address } from '../session/address';
import { Formats } from '../ui/base/formats';
import { Dialogs } from '../ui/dialog/dialogs';
import { SHELL } from './texts';

/** What the reader should know about everything on the page: no connection, sample records, newer data. */
@Component({
  selector: 'app-notices',
  imports: [LucideFlaskConical, LucideWifiOff, RouterLink],
  templateUrl: './notices.html',
  styleUrl: './notices.css',
})
export class Notices {
  private readonly dialogs = inject(Dialogs);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly changes = inject(DataChanges);
  protected readonly address = inject(Address);
  protected readonly texts = SHELL;

  protected readonly isOffline = onlineSignal();
  protected readonly sampleView = computed(() => {
    const view = this.address.view();
    return view?.data.sample ? view : null;
  });
  protected readonly publishedAt = computed(() =>
    this.formats.at(this.address.view()?.data.last_update ?? null),
  );
  protected readonly mayRemove = computed(() => this.session.can('manage_views'));

  /** Of a master perhaps only some of its views. */
  protected readonly sampleText = computed(() => {
    const view = this.address.view();
    const { sample_views = [] } = view?.data ?? {};
    const isPart = sample_views.length < (view?.aggregates_from.length ?? 0);
    return isPart ? SHELL.sample.part(this.formats.list(sample_views)) : SHELL.sample.text;
  });

  protected askToRemove(): void {
    void this.dialogs.open(async () => (await import('./sample-dialog')).SampleDialog, SHELL.sample.asks);
  }
}

function onlineSignal() {
  const view = inject(DOCUMENT).defaultView;
  const isOffline = signal(view?.navigator.onLine === false);
  const ended = new AbortController();
  view?.addEventListener('online', () => isOffline.set(false), ended);
  view?.addEventListener('offline', () => isOffline.set(true), ended);
  inject(DestroyRef).onDestroy(() => ended.abort());
  return isOffline.asReadonly();
}
