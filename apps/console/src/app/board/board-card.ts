import { Component, computed, inject, input } from '@angular/core';
import type { BoardCard as Card } from '@app/contracts';
import { ageBand } from '@app/domain/board';
import { Address } from '../session/address';
import { dealLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { Formats } from '../ui/base/formats';
import { BOARD } from './texts';

/** A deal on a board: its owner, its value and its age; a click on the client opens it. */
@Component({
  selector: 'app-board-card',
  imports: [DrawerLinkButton],
  template: `
    <div class="line">
      <button
        type="button"
        class="client"
        [attr.aria-label]="texts.openDeal(client())"
        [title]="client()"
        [appDrawerLink]="link()"
      >
        {{ client() }}
      </button>
      <b [class.calm]="card().deal.value === null">{{
        card().deal.value === null ? texts.noValue : formats.moneyShort(card().deal.value)
      }}</b>
    </div>
    <div class="line small">
      <span class="who" [title]="who()">{{ who() }}</span>
      @if (poa(); as poa) {
        <span>{{ poa }}</span>
      }
      <span [title]="discovered()">{{ age() }}</span>
      @if (band() !== 'fresh') {
        <span class="band {{ band() }}">{{ texts.bands[band()] }}</span>
      }
      @if (projected(); as projected) {
        <span class="end">{{ projected }}</span>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      position: relative;
      padding: 8px 10px;
      background: var(--surface);
      border: 1px solid var(--hairline);
      border-radius: var(--r-1);
    }
    :host(:hover) {
      border-color: var(--ink-3);
    }
    .line {
      display: flex;
      align-items: baseline;
      gap: var(--s-2);
      min-width: 0;
    }
    .client {
      flex: 1;
      min-width: 0;
      padding: 0;
      border: 0;
      background: none;
      font: var(--t-strong);
      text-align: left;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    /* The whole card is clickable, so the focus ring goes around it. */
    .client::after {
      content: '';
      position: absolute;
      inset: 0;
      border-radius: var(--r-1);
    }
    .client:focus-visible {
      outline: none;
    }
    .client:focus-visible::after {
      outline: 2px solid var(--accent);
    }
    b {
      font: var(--t-strong);
      font-variant-numeric: tabular-nums;
    }
    .calm,
    .small {
      font: var(--t-label);
      color: var(--ink-2);
    }
    .small {
      flex-wrap: wrap;
      row-gap: 2px;
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    .who {
      max-width: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .end {
      margin-left: auto;
    }
    .band {
      padding: 0 6px;
      border-radius: 8px;
      font-size: 11px;
      font-weight: 600;
    }
    .aging {
      background: var(--surface-2);
    }
    .stale {
      background: var(--warn-soft);
      color: var(--warn);
    }
  `,
})
export class BoardCard {
  protected readonly formats = inject(Formats);
  private readonly address = inject(Address);
  protected readonly texts = BOARD;

  readonly card = input.required<Card>();

  protected readonly link = computed(() => dealLink(this.card().deal));
  protected readonly client = computed(() => this.card().deal.client || BOARD.noClient);
  /** On a master, the view is named too. */
  protected readonly who = computed(() => {
    const { owner, view_name } = this.card().deal;
    const name = owner ?? BOARD.nobody;
    return this.address.view()?.is_master ? `${name} · ${view_name}` : name;
  });
  protected readonly band = computed(() => ageBand(this.card().deal.age));
  /** A meeting in the future has no age yet. */
  protected readonly age = computed(() => {
    const { age } = this.card().deal;
    const days = this.formats.count(Math.abs(age));
    return age < 0 ? BOARD.ahead(days) : BOARD.age(days);
  });
  protected readonly discovered = computed(() =>
    BOARD.discovered(this.formats.date(this.card().deal.discovery_date)),
  );
  /** The date for which a POA is booked. */
  protected readonly poa = computed(() => {
    const { stage, poa_date } = this.card().deal;
    return stage === 'D POA Booked' && poa_date ? BOARD.poa(this.formats.dayAndMonth(poa_date)) : '';
  });
  protected readonly projected = computed(() => {
    const { probability, projected } = this.card();
    if (probability === null || projected === null) return '';
    return BOARD.projected(probability, this.formats.moneyShort(projected));
  });
}
