import { Component, inject } from '@angular/core';
import { DialogHead } from '../ui/dialog/dialog-head';
import { Pages } from '../session/pages';
import { PageKeys } from '../ui/page-keys';
import { SHELL } from './texts';

const isApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** All shortcuts on one card. */
@Component({
  selector: 'app-shortcut-help',
  imports: [DialogHead],
  template: `
    <app-dialog-head [heading]="texts.heading" />
    <div class="groups">
      <section>
        <h3>{{ texts.groups.everywhere }}</h3>
        <dl>
          @for (each of everywhere; track each.key) {
            <div>
              <dt>{{ each.what }}</dt>
              <dd>
                <kbd>{{ each.key }}</kbd>
              </dd>
            </div>
          }
        </dl>
      </section>
      @for (group of here.groups(); track group) {
        <section>
          <h3>{{ group.heading }}</h3>
          <dl>
            @for (each of group.keys; track each.what) {
              <div>
                <dt>{{ each.what }}</dt>
                <dd>
                  @for (key of each.keys; track key) {
                    <kbd>{{ key }}</kbd>
                  }
                </dd>
              </div>
            }
          </dl>
        </section>
      }
      <section>
        <h3>{{ texts.groups.go }}</h3>
        <dl>
          @for (page of pages.all(); track page.path) {
            <div>
              <dt>{{ page.label }}</dt>
              <dd>
                <kbd>g</kbd> {{ texts.then }} <kbd>{{ page.key }}</kbd>
              </dd>
            </div>
          }
        </dl>
      </section>
    </div>
    <p class="quiet">{{ texts.note }}</p>
  `,
  styles: `
    .groups {
      columns: 2 220px;
      column-gap: var(--s-6);
    }
    section {
      break-inside: avoid;
      padding-bottom: var(--s-3);
    }
    h3 {
      font: var(--t-label);
      color: var(--ink-2);
      margin-bottom: var(--s-1);
    }
    dl {
      margin: 0;
    }
    dl div {
      display: flex;
      align-items: baseline;
      gap: var(--s-3);
      min-height: 28px;
      padding-block: 4px;
    }
    dd {
      margin: 0 0 0 auto;
      color: var(--ink-2);
      white-space: nowrap;
    }
  `,
  styleUrl: '../ui/dialog/dialog.css',
})
export class ShortcutHelp {
  protected readonly pages = inject(Pages);
  /** Of what is on the page now. */
  protected readonly here = inject(PageKeys);
  protected readonly texts = SHELL.shortcuts;
  protected readonly everywhere = [
    { key: '/', what: SHELL.shortcuts.search },
    { key: isApple() ? '⌘ K' : 'Ctrl K', what: SHELL.shortcuts.searchAnywhere },
    { key: 'v', what: SHELL.shortcuts.views },
    { key: 'u', what: SHELL.shortcuts.undo },
    { key: '?', what: SHELL.shortcuts.help },
    { key: 'Esc', what: SHELL.shortcuts.escape },
  ];
}
