import { Component, computed, inject } from '@angular/core';
import { targetName } from '../explain/target-names';
import { Formats } from '../ui/base/formats';
import { valueLabel } from './row-labels';
import { otherKeys } from './stored';
import { TargetsForm } from './targets-form';
import { TARGETS } from './texts';
import { CardHead } from '../ui/card-head';
import { PlainTable, type PlainColumn } from '../ui/plain-table';

/** Values that other software stored beside the targets, read-only. */
@Component({
  selector: 'app-kept-card',
  imports: [CardHead, PlainTable],
  host: { '[hidden]': 'keys().length === 0' },
  template: `
    <app-card-head [heading]="texts.heading" />
    <p class="quiet">{{ texts.detail }}</p>
    <div class="scroll-x" tabindex="0" role="group" [attr.aria-label]="texts.heading">
      <table app-plain-table [caption]="texts.heading" [columns]="columns">
        <tbody>
          @for (key of keys(); track key.path) {
            <tr>
              <td class="wrap" [title]="key.path">{{ key.name }}</td>
              <td class="r">{{ key.value }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    :host[hidden] {
      display: none;
    }
  `,
})
export class KeptCard {
  private readonly form = inject(TargetsForm);
  private readonly formats = inject(Formats);
  protected readonly texts = TARGETS.kept;
  protected readonly columns: readonly PlainColumn[] = [
    { label: TARGETS.kept.key },
    { label: TARGETS.kept.value, kind: 'r' },
  ];

  protected readonly keys = computed(() =>
    otherKeys(this.form.state().stored).map(({ path, value }) => ({
      path,
      name: targetName(path),
      value: valueLabel(this.formats, path, value),
    })),
  );
}
