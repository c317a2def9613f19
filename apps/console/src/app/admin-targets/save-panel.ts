import { Component, computed, inject, signal } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { Formats } from '../ui/base/formats';
import { ProblemNotice } from '../ui/problem-notice';
import type { KeyChange } from './edits';
import { fieldLabel, unitLabel, valueLabel } from './row-labels';
import { SaveBarRoom } from './save-bar-room';
import { TargetsForm } from './targets-form';
import { TARGETS } from './texts';

/** The unsaved changes and a preview of saving them, at the bottom of the page. */
@Component({
  selector: 'app-save-panel',
  imports: [Icon, ProblemNotice, SaveBarRoom],
  templateUrl: './save-panel.html',
  styleUrls: ['./save-bar.css', './save-panel.css'],
})
export class SavePanel {
  protected readonly form = inject(TargetsForm);
  private readonly formats = inject(Formats);
  protected readonly texts = TARGETS.save;
  protected readonly isReviewing = signal(false);

  protected readonly count = computed(() => Object.keys(this.form.edits()).length);
  protected readonly hindrance = computed(() => {
    const [faults, conflicts] = [this.form.faults().length, this.form.conflicts().length];
    if (faults > 0) return TARGETS.save.faults(this.formats.count(faults), faults === 1);
    if (conflicts > 0) return TARGETS.save.conflicts(this.formats.count(conflicts), conflicts === 1);
    return null;
  });
  protected readonly lines = computed(() => this.form.changes().map((change) => this.lineOf(change)));

  protected counted(words: (count: string, isOne: boolean) => string, count: number): string {
    return words(this.formats.count(count), count === 1);
  }

  protected review(): void {
    this.isReviewing.set(true);
  }

  protected async save(): Promise<void> {
    await this.form.save();
    this.isReviewing.set(false);
  }

  protected discard(): void {
    this.isReviewing.set(false);
    this.form.discard();
  }

  private lineOf({ field, path, before, after }: KeyChange) {
    return {
      path,
      name: fieldLabel(this.formats, field),
      unit: unitLabel(path),
      before: valueLabel(this.formats, path, before),
      after: after === null ? TARGETS.removed : valueLabel(this.formats, path, after),
    };
  }
}
