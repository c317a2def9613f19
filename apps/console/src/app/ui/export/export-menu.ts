import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../icon/icon';
import { type ExportFormat, type ExportQuestion, exportAddress } from './export-question';
import { EXPORT } from './texts';

/**
 * A list, a table or a board as a file. What the server knows is a link that the browser downloads itself, so that no
 * size is too large; what only the page knows is handed out by who shows it.
 *
 * @example
 *   <app-export-menu [title]="heading()" [question]="question()" />
 *   <app-export-menu [title]="heading()" [canPrint]="true" (save)="save($event)" (print)="print()" />
 */
@Component({
  selector: 'app-export-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon],
  template: `
    <button
      type="button"
      class="icon-button"
      [cdkMenuTriggerFor]="menu"
      [attr.aria-label]="words().of(title())"
      [title]="words().label"
    >
      <svg appIcon="download" aria-hidden="true"></svg>
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="words().of(title())">
        @for (format of formats; track format) {
          @if (question(); as question) {
            <a class="menu-item" cdkMenuItem download [href]="addressOf(question, format)">
              {{ texts.formats[format] }} <small>{{ texts.hints[format] }}</small>
            </a>
          } @else {
            <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="save.emit(format)">
              {{ texts.formats[format] }} <small>{{ texts.hints[format] }}</small>
            </button>
          }
        }
        @if (canPrint()) {
          <hr />
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="print.emit()">
            {{ texts.print }} <small>{{ texts.printHint }}</small>
          </button>
        }
      </div>
    </ng-template>
  `,
  styles: `
    .icon-button {
      width: var(--file-button, var(--icon-button, 32px));
      height: var(--file-button, var(--icon-button, 32px));
    }
    .icon-button svg {
      width: var(--file-icon, 18px);
      height: var(--file-icon, 18px);
    }
    hr {
      margin: 4px 0;
    }
  `,
})
export class ExportMenu {
  protected readonly texts = EXPORT;
  protected readonly formats = ['csv', 'xlsx'] as const;
  protected readonly addressOf = exportAddress;

  /** Where the file is; null for one that the page makes. */
  readonly question = input<ExportQuestion | null>(null);
  /** Named in the label of the button. */
  readonly title = input.required<string>();
  readonly canPrint = input(false);
  /** A file that the page makes was asked for. */
  readonly save = output<ExportFormat>();
  readonly print = output();

  protected readonly words = computed(() => (this.canPrint() ? EXPORT.orPrint : EXPORT));
}
