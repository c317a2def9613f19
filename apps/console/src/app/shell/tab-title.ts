import { Injectable, computed, effect, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Address } from '../session/address';
import { Pages } from '../session/pages';
import { labelOf } from '../session/period-label';
import { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';

/** Names the browser's tab after page, view and period, so that many tabs, and the history, can be told apart. */
@Injectable()
export class TabTitle {
  private readonly title = inject(Title);
  private readonly address = inject(Address);
  private readonly pages = inject(Pages);
  private readonly formats = inject(Formats);

  private readonly words = computed(() => {
    const page = this.pages.shown();
    // What is no page of the console has the title of its route.
    if (!page) return null;
    const view = this.address.view();
    if (!view || page.place === 'global') return page.label;
    const period = page.hasPeriod ? [labelOf(this.address.period(), this.formats)] : [];
    const label = this.address.person()?.name ?? page.label;
    return [label, view.name, ...period].join(' · ');
  });

  constructor() {
    effect(() => {
      // Each navigation puts the title of its route there.
      this.address.url();
      const words = this.words();
      if (words !== null) this.title.setTitle(TEXTS.titled(words));
    });
  }
}
