import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../ui/icon/icon';
import { Address } from '../session/address';
import { Pages } from '../session/pages';
import { EmptyState } from '../ui/empty-state';
import { SHELL } from './texts';

/** Names the address at which there is no page, and the page that may have been meant. */
@Component({
  selector: 'app-not-found',
  imports: [EmptyState, Icon, RouterLink],
  template: `
    <app-empty-state [title]="texts.notFound.title" [detail]="texts.notFound.detail">
      <svg sign appIcon="map-pin-off" aria-hidden="true"></svg>
      <code>{{ path() }}</code>
      <div class="ways">
        @if (meant(); as page) {
          <a class="button primary" [routerLink]="['/', page.path]">{{ texts.notFound.meant(page.label) }}</a>
        }
        <a class="button" [class.primary]="!meant()" routerLink="/">{{ texts.view.home }}</a>
      </div>
    </app-empty-state>
  `,
  styles: `
    code {
      max-width: 100%;
      margin-bottom: var(--s-3);
      padding: 4px 10px;
      border-radius: var(--r-1);
      background: var(--surface-2);
      color: var(--ink-2);
      font: var(--t-body);
      overflow-wrap: anywhere;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--s-2);
    }
  `,
})
export class NotFoundPage {
  private readonly address = inject(Address);
  private readonly pages = inject(Pages);
  protected readonly texts = SHELL;

  /** Without parameters: they are not why nothing was found. */
  protected readonly path = computed(() => this.address.url().replace(/[?#].*/s, ''));
  /** A page of no view that was looked for within one. */
  protected readonly meant = computed(() => {
    const name = this.path().split('/').at(-1);
    return this.pages.all().find(({ path, place }) => place === 'global' && path === name) ?? null;
  });
}
