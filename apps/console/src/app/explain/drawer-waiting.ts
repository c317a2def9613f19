import { Component } from '@angular/core';
import { EXPLAIN } from './texts';

/** Skeleton of the drawer while its content loads. */
@Component({
  selector: 'app-drawer-waiting',
  template: `
    <h2 id="drawer-title" class="unseen" role="status">{{ texts.reading }}</h2>
    <span class="bone short"></span>
    <span class="bone"></span>
    <span class="bone tall"></span>
    <span class="bone"></span>
    <span class="bone tall"></span>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s-3);
      padding-top: 4px;
    }
    .bone {
      height: 20px;
    }
    .short {
      width: 40%;
    }
    .tall {
      height: 120px;
    }
  `,
})
export class DrawerWaiting {
  protected readonly texts = EXPLAIN;
}
