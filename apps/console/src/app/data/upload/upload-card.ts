import { Component, computed, inject, input, output, signal } from '@angular/core';
import { LucideFileSpreadsheet } from '@lucide/angular';
import type { View } from '@app/contracts';
import { Formats } from '../../ui/base/formats';
import { Meter } from '../../ui/meter';
import { isUnderWay } from '../run/runs';
import { DATA } from '../run/texts';
import { Upload } from './upload';
import { CardHead } from '../../ui/card-head';

/** Drop or choose a file, then follow its progress. */
@Component({
  selector: 'app-upload-card',
  imports: [CardHead, LucideFileSpreadsheet, Meter],
  templateUrl: './upload-card.html',
  styleUrl: './upload-card.css',
})
export class UploadCard {
  protected readonly formats = inject(Formats);
  protected readonly upload = inject(Upload);
  protected readonly texts = DATA.upload;

  readonly view = input.required<View>();
  readonly chosen = output<File>();

  protected readonly isOver = signal(false);
  protected readonly mayUpload = computed(() => this.view().can.includes('upload'));
  protected readonly progress = computed(() => {
    const [sending, run] = [this.upload.sending(), this.upload.run()];
    if (sending)
      return {
        title: `${DATA.upload.sending} ${sending.file.name}`,
        detail: DATA.upload.sent(this.formats.bytes(sending.sent), this.formats.bytes(sending.file.size)),
        fraction: sending.file.size === 0 ? 0 : sending.sent / sending.file.size,
        mayCancel: false,
      };
    if (!run || !this.upload.isBusy()) return null;
    return {
      title: DATA.phase[run.progress.phase],
      detail: DATA.upload.rows(this.formats.count(run.progress.rows_read), run.progress.rows_read === 1),
      fraction: run.progress.fraction,
      mayCancel: isUnderWay(run),
    };
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
}
