import { Component, computed, input } from '@angular/core';
import type { IngestionRun } from '@app/contracts';
import { dealLink } from '../../ui/links/link';
import { DrawerLinkButton } from '../../ui/links/link-button';
import { REPORT } from './texts';

/** The client of a deal in a list of a run: a door to the deal where it has a card. */
@Component({
  selector: 'app-deal-name',
  imports: [DrawerLinkButton],
  template: `
    @if (link(); as link) {
      <button type="button" class="link" [attr.aria-label]="texts.openDeal(client())" [appDrawerLink]="link">
        {{ client() }}
      </button>
    } @else {
      <b>{{ client() }}</b>
    }
  `,
  styles: `
    :host {
      white-space: normal;
      overflow-wrap: break-word;
    }
    .link {
      text-align: left;
    }
    b {
      font-weight: 600;
    }
    /* Room for a finger that takes none from the line. */
    @media (max-width: 900px), (pointer: coarse) {
      .link {
        margin-block: -6px;
      }
    }
  `,
})
export class DealName {
  protected readonly texts = REPORT;

  readonly run = input.required<Pick<IngestionRun, 'view_id'>>();
  readonly client = input.required<string>();
  /** Null for one that has no card. */
  readonly dealId = input.required<string | null>();

  protected readonly link = computed(() => {
    const id = this.dealId();
    return id === null ? null : dealLink({ view_id: this.run().view_id, id });
  });
}
