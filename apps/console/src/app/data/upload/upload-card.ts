import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import type { IngestionRun, View } from '@app/contracts';
import { Views } from '../../session/views';
import { CardHead } from '../../ui/card-head';
import { Formats } from '../../ui/base/formats';
import { Meter } from '../../ui/meter';
import { isUnderWay } from '../run/runs';
import { DATA } from '../run/texts';
import { ExpectedColumns } from './expected-columns';
import { ImportChoices } from './import-choices';
import { type SheetAddress, SheetForm } from './sheet-form';
import { UPLOAD } from './texts';
import { Upload } from './upload';

/** Says how a sheet comes in, takes a file, then shows how far its import is. */
@Component({
  selector: 'app-upload-card',
  imports: [CardHead, ExpectedColumns, ImportChoices, Icon, Meter, SheetForm],
  templateUrl: './upload-card.html',
  styleUrl: './upload-card.css',
})
export class UploadCard {
  private readonly formats = inject(Formats);
  private readonly views = inject(Views);
  protected readonly upload = inject(Upload);
  protected readonly texts = UPLOAD;
  protected readonly accepted = ACCEPTED;

  readonly view = input.required<View>();
  readonly chosen = output<File>();
  readonly sheetChosen = output<SheetAddress>();

  protected readonly sources = ['file', 'sheet'] as const;
  protected readonly from = signal<'file' | 'sheet'>('file');

  protected readonly isOver = signal(false);
  protected readonly mayUpload = computed(() => this.view().can.includes('upload'));
  protected readonly progress = computed(() => {
    const [sending, run] = [this.upload.sending(), this.upload.run()];
    if (sending)
      return {
        title: `${UPLOAD.sending} ${sending.file.name}`,
        detail: UPLOAD.sent(this.formats.bytes(sending.sent), this.formats.bytes(sending.file.size)),
        fraction: sending.file.size === 0 ? 0 : sending.sent / sending.file.size,
        mayCancel: false,
        view: '',
      };
    if (!run || !this.upload.isBusy()) return null;
    return {
      title: DATA.phase[run.progress.phase],
      detail: this.detailOf(run),
      fraction: run.progress.fraction,
      mayCancel: isUnderWay(run),
      view: this.otherView(run),
    };
  });

  /** Why the sheet for this view was not taken; null otherwise. */
  protected readonly problem = computed(() => {
    const refused = this.upload.problem();
    return refused?.viewId === this.view().id ? refused.problem : null;
  });
  /** Why the import that is shown could not be cancelled; empty otherwise. */
  protected readonly refusal = computed(() => {
    const { runId, detail } = this.upload.refusal();
    return runId === this.upload.run()?.id ? detail : '';
  });

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    this.pick(event.dataTransfer?.files);
  }

  protected choose(event: Event): void {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    this.pick(field.files);
    field.value = ''; // choosing the same file again is a new upload
  }

  private pick(files: FileList | null | undefined): void {
    const file = files?.[0];
    if (file && !this.upload.isBusy()) this.chosen.emit(file);
  }

  /** The view of an import that goes on while its reader looks at another one; empty for the one on the page. */
  private otherView({ view_id }: IngestionRun): string {
    return view_id === this.view().id ? '' : (this.views.all().find(({ id }) => id === view_id)?.name ?? '');
  }

  private detailOf({ progress: { rows_read } }: IngestionRun): string {
    const rows = rows_read > 0 ? [UPLOAD.rows(this.formats.count(rows_read), rows_read === 1)] : [];
    return [...rows, ...this.timeLeft()].join(' · ');
  }

  private timeLeft(): string[] {
    const milliseconds = this.upload.timeLeft();
    if (milliseconds === null) return [];
    const seconds = milliseconds / 1_000;
    const { seconds: inSeconds, minutes } = UPLOAD.left;
    if (seconds > 90) return [minutes(this.formats.count(Math.round(seconds / 60)))];
    return [inSeconds(this.formats.count(seconds > 10 ? Math.ceil(seconds / 5) * 5 : seconds))];
  }
}

/** What a file dialog offers; the server decides by what is in the file. */
const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.xlsm,text/csv,text/tab-separated-values';
