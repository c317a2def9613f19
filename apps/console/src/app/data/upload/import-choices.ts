import { Component, computed, input, model } from '@angular/core';
import type { DedupeRule, IngestionRun } from '@app/contracts';
import { UPLOAD } from './texts';

export type ImportMode = IngestionRun['mode'];

let made = 0;

/** How a sheet comes in: whether it replaces the data or is merged into it, and whether its difference is shown first. */
@Component({
  selector: 'app-import-choices',
  template: `
    <div class="modes">
      <span class="segments" role="group" [attr.aria-label]="texts.mode">
        @for (each of modes; track each) {
          <button
            type="button"
            [attr.aria-pressed]="each === mode()"
            [attr.aria-describedby]="sentence"
            [disabled]="each === 'merge' && !mayMerge()"
            (click)="mode.set(each)"
          >
            {{ texts.modes[each].name }}
          </button>
        }
      </span>
      <p class="quiet" [id]="sentence">
        {{ isFirst() ? texts.modes[mode()].first : texts.modes[mode()].detail }}
        @if (!mayMerge()) {
          {{ texts.mergeNeedsRule }}
        }
      </p>
    </div>
    <label>
      <input type="checkbox" [checked]="isPreview()" (change)="isPreview.set(!isPreview())" />
      <span
        >{{ texts.preview }} <span class="quiet">{{ texts.previewDetail }}</span></span
      >
    </label>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s-2);
      margin-bottom: var(--s-3);
    }
    .modes {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-2) var(--s-3);
    }
    .modes p {
      flex: 1 1 260px;
    }
    .segments button:disabled {
      opacity: 0.55;
    }
    label {
      display: flex;
      align-items: start;
      gap: var(--s-2);
      cursor: pointer;
    }
    input {
      width: 16px;
      height: 16px;
      margin: 2px 0 0;
      flex: none;
    }
    @media (max-width: 640px) {
      .segments {
        width: 100%;
      }
      .segments button {
        flex: 1;
      }
    }
    @media (max-width: 900px), (pointer: coarse) {
      .segments button {
        height: 44px;
        min-width: 88px;
        justify-content: center;
      }
      label {
        align-items: center;
        min-height: 44px;
      }
      input {
        width: 20px;
        height: 20px;
        margin: 0;
      }
    }
  `,
})
export class ImportChoices {
  protected readonly texts = UPLOAD;
  protected readonly modes: readonly ImportMode[] = ['replace', 'merge'];
  protected readonly sentence = `import-mode-${++made}`;

  readonly dedupe = input.required<DedupeRule>();
  /** Whether there is nothing yet that could be replaced or changed. */
  readonly isFirst = input.required<boolean>();
  readonly mode = model.required<ImportMode>();
  readonly isPreview = model.required<boolean>();

  /** Where every row is a deal of its own, no row can be found again. */
  protected readonly mayMerge = computed(() => this.dedupe() !== 'none');
}
