import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, input } from '@angular/core';
import { LucideDownload } from '@lucide/angular';
import { type ExportQuestion, exportAddress } from './export-question';
import { EXPORT } from './texts';

/** A list or table as a file: links that the browser downloads itself, so that no size is too large. */
@Component({
  selector: 'app-export-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, LucideDownload],
  template: `
    <button
      type="button"
      class="icon-button"
      [cdkMenuTriggerFor]="menu"
      [attr.aria-label]="texts.of(title())"
      [title]="texts.label"
    >
      <svg lucideDownload aria-hidden="true"></svg>
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="texts.of(title())">
        @for (link of links(); track link.format) {
          <a class="menu-item" cdkMenuItem download [href]="link.address">
            {{ texts.formats[link.format] }} <small>{{ texts.hints[link.format] }}</small>
          </a>
        }
      </div>
    </ng-template>
  `,
})
export class ExportMenu {
  protected readonly texts = EXPORT;

  readonly question = input.required<ExportQuestion>();
  /** Named in the label of the button. */
  readonly title = input.required<string>();

  protected readonly links = computed(() =>
    FORMATS.map((format) => ({ format, address: exportAddress(this.question(), format) })),
  );
}

const FORMATS = ['csv', 'xlsx'] as const;
