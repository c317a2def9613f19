import { Component, computed, inject } from '@angular/core';
import { Formats } from '../ui/base/formats';
import { fieldLabel, valueLabel } from './row-labels';
import { TargetsForm } from './targets-form';
import { TARGETS } from './texts';

/** What other people changed while this page was open, target by target. */
@Component({
  selector: 'app-news-box',
  host: { role: 'status' },
  template: `
    @for (group of groups(); track group.by) {
      <div class="box">
        <div>
          <h2>{{ texts.one(group.by) }}</h2>
          <p>
            @for (line of group.lines; track line.id) {
              <span [title]="line.path">{{ texts.item(line.name, line.value) }}</span>
            }
          </p>
          @if (form.isDirty()) {
            <p class="quiet">{{ texts.merged }}</p>
          }
        </div>
        <button type="button" class="button" (click)="dismiss(group.by)">{{ texts.dismiss }}</button>
      </div>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .box {
      display: flex;
      align-items: start;
      gap: var(--s-4);
      padding: var(--s-3) var(--s-4);
      background: var(--warn-soft);
      border: 1px solid var(--warn);
      border-radius: var(--r-2);
    }
    h2 {
      font: var(--t-strong);
      overflow-wrap: anywhere;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s-4);
      font-variant-numeric: tabular-nums;
    }
    .button {
      margin-left: auto;
      flex: none;
    }
  `,
})
export class NewsBox {
  private readonly formats = inject(Formats);
  protected readonly form = inject(TargetsForm);
  protected readonly texts = TARGETS.news;

  protected readonly groups = computed(() => {
    const people = [...new Set(this.form.news().map(({ by }) => by))];
    return people.map((by) => ({
      by,
      lines: this.form
        .news()
        .filter((each) => each.by === by)
        .map(({ id, path, after }) => ({
          id,
          path,
          name: fieldLabel(this.formats, id),
          value: valueLabel(this.formats, path, after),
        })),
    }));
  });

  protected dismiss(by: string): void {
    this.form.news.update((news) => news.filter((each) => each.by !== by));
  }
}
