import { Component, computed, input } from '@angular/core';
import { type ExportQuestion, exportAddress } from '../ui/export/export-question';
import { EXPLAIN } from './texts';

/** Exports a list by plain links, so that no size is too large. */
@Component({
  selector: 'app-file-links',
  template: `
    @for (link of links(); track link.format) {
      <a class="chip" download [href]="link.address" [attr.aria-label]="link.label">{{ link.name }}</a>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: var(--s-1);
    }
  `,
})
export class FileLinks {
  readonly question = input.required<ExportQuestion | null>();
  /** What is exported. */
  readonly title = input.required<string>();

  protected readonly links = computed(() => {
    const question = this.question();
    if (!question) return [];
    return FORMATS.map((format) => {
      const name = format.toUpperCase();
      return {
        format,
        name,
        label: EXPLAIN.file(this.title(), name),
        address: exportAddress(question, format),
      };
    });
  });
}

const FORMATS = ['csv', 'xlsx'] as const;
