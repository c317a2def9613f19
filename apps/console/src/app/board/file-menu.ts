import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, inject, input } from '@angular/core';
import { LucideDownload } from '@lucide/angular';
import { EXPORT } from '../ui/export/texts';
import { BoardFiles, type FileContent } from './board-files';
import { BoardPrint } from './board-print';
import { BOARD_FILE } from './texts';

/** A board, one of its columns, or two boards against each other, as a file or on paper. */
@Component({
  selector: 'app-board-file-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, LucideDownload],
  template: `
    <button
      type="button"
      class="icon-button"
      [cdkMenuTriggerFor]="menu"
      [attr.aria-label]="words.of(title())"
      [title]="words.label"
    >
      <svg lucideDownload aria-hidden="true"></svg>
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="words.of(title())">
        @for (format of formats; track format) {
          <button
            type="button"
            class="menu-item"
            cdkMenuItem
            (cdkMenuItemTriggered)="files.save(format, content())"
          >
            {{ texts.formats[format] }} <small>{{ texts.hints[format] }}</small>
          </button>
        }
        <hr />
        <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="print.print(content())">
          {{ words.print }} <small>{{ words.printHint }}</small>
        </button>
      </div>
    </ng-template>
  `,
  styles: `
    .icon-button {
      width: var(--file-button, 32px);
      height: var(--file-button, 32px);
    }
    hr {
      margin: 4px 0;
    }
    .icon-button svg {
      width: var(--file-icon, 18px);
      height: var(--file-icon, 18px);
    }
  `,
})
export class FileMenu {
  protected readonly files = inject(BoardFiles);
  protected readonly print = inject(BoardPrint);
  protected readonly texts = EXPORT;
  protected readonly words = BOARD_FILE;
  protected readonly formats = ['csv', 'xlsx'] as const;

  /** Named in the label of the button. */
  readonly title = input.required<string>();
  readonly content = input<FileContent>({ column: null });
}
