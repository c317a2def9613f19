import { Component, DOCUMENT, computed, effect, inject } from '@angular/core';
import { Address } from '../session/address';
import { DealFilters } from '../session/deal-filters';
import { Pages } from '../session/pages';
import { labelOf } from '../session/period-label';
import { Formats } from '../ui/base/formats';
import { OnPaper } from '../ui/base/on-paper';
import { SHELL } from './texts';

/** The margin of each further page reads it: styles/print.css. */
const REPEATED = '--page-title';

/** What stands above a page on paper: page, view, period and filters, and of when its data is. */
@Component({
  selector: 'app-paper-head',
  template: `
    <b>{{ title() }}</b>
    <span>{{ scope() }}</span>
    <span class="end">{{ data() }}</span>
  `,
  styles: `
    :host {
      display: none;
    }
    @media print {
      :host {
        display: flex;
        align-items: baseline;
        gap: 8pt;
        padding-bottom: 4pt;
        margin-bottom: 8pt;
        border-bottom: 1pt solid var(--ink-2);
        font: 400 9pt/12pt var(--font);
      }
    }
    b {
      font: 600 13pt/16pt var(--font);
    }
    .end {
      margin-left: auto;
      color: var(--ink-2);
      text-align: right;
    }
  `,
})
export class PaperHead {
  private readonly address = inject(Address);
  private readonly filters = inject(DealFilters);
  private readonly formats = inject(Formats);
  private readonly page = inject(Pages).shown;

  private readonly view = computed(() => (this.page()?.place === 'global' ? null : this.address.view()));
  protected readonly title = computed(() =>
    [this.address.person()?.name ?? this.page()?.label, this.view()?.name].filter(Boolean).join(' · '),
  );
  protected readonly scope = computed(() => {
    const page = this.page();
    const filters = this.filters.words();
    return [
      ...(page?.hasPeriod ? [labelOf(this.address.period(), this.formats)] : []),
      ...(page?.place !== 'tab' ? [] : filters.length > 0 ? filters : [SHELL.allDeals]),
    ].join(' · ');
  });
  protected readonly data = computed(() => {
    const at = this.view()?.data.last_update;
    return at ? SHELL.dataOf(this.formats.at(at)) : '';
  });

  constructor() {
    const { style } = inject(DOCUMENT).documentElement;
    const paper = inject(OnPaper);
    // Every element inherits it: to a page that nobody prints, each change would be one of all its elements.
    effect((onCleanup) => {
      if (!paper.now()) return;
      const words = [this.title(), this.scope(), this.data()].filter((text) => text !== '');
      style.setProperty(REPEATED, JSON.stringify(words.join(' · ')));
      onCleanup(() => style.removeProperty(REPEATED));
    });
  }
}
