import { Component, computed, inject } from '@angular/core';
import { targetName } from '../explain/target-names';
import { Formats } from '../ui/base/formats';
import { valueLabel } from './row-labels';
import { otherKeys } from './stored';
import { TargetsForm } from './targets-form';
import { TARGETS } from './texts';
import { CardHead } from '../ui/card-head';

/** Values that other software stored beside the targets, read-only. */
@Component({
  selector: 'app-kept-card',
  imports: [CardHead],
  host: { '[hidden]': 'keys().length === 0' },
  template: `
    <app-card-head [heading]="texts.heading" />
    <p class="quiet">{{ texts.detail }}</p>
    <div class="scroll-x" tabindex="0" role="group" [attr.aria-label]="texts.heading">
      <table class="table">
        <caption class="unseen">
          {{
            texts.heading
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ texts.key }}</th>
            <th scope="col" class="r">{{ texts.value }}</th>
          </tr>
        </thead>
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

  protected readonly keys = computed(() =>
    otherKeys(this.form.state().stored).map(({ path, value }) => ({
      path,
      name: targetName(path),
      value: valueLabel(this.formats, path, value),
    })),
  );
}
