import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { View } from '@app/contracts';
import { Views } from '../../session/views';
import { WaitingImports } from '../../session/waiting-imports';
import { Clock } from '../../ui/base/clock';
import { Formats } from '../../ui/base/formats';
import { TEXTS } from '../../ui/base/texts';
import { DATA } from '../run/texts';
import { CardHead } from '../../ui/card-head';

/** Master has no sheet of its own: links to the data pages of the views that it adds up. */
@Component({
  selector: 'app-master-card',
  imports: [CardHead, RouterLink],
  template: `
    <app-card-head [heading]="texts.heading" />
    <p class="quiet">{{ texts.detail }}</p>
    <ul>
      @for (each of parts(); track each.id) {
        <li>
          <a class="link" [routerLink]="['/v', each.id, 'data']" queryParamsHandling="merge">{{
            each.name
          }}</a>
          @if (waitingIn(each); as waiting) {
            <span class="status warn">{{ waiting }}</span>
          }
          <span class="quiet num">{{ stateOf(each) }}</span>
        </li>
      } @empty {
        <li>{{ texts.none }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: var(--s-3) 0 0;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--s-3);
      padding: var(--s-2) 0;
      border-top: 1px solid var(--hairline);
    }
    .num {
      margin-left: auto;
    }
  `,
})
export class MasterCard {
  private readonly views = inject(Views);
  private readonly imports = inject(WaitingImports);
  private readonly formats = inject(Formats);
  private readonly clock = inject(Clock);
  protected readonly texts = DATA.master;
  readonly view = input.required<View>();

  protected readonly parts = computed(() =>
    this.views.all().filter((each) => this.view().aggregates_from.includes(each.id)),
  );

  /** How many imports of a view wait for a decision of the reader; empty for none. */
  protected waitingIn(view: View): string {
    const count = this.imports.countOf(view);
    return count === 0 ? '' : TEXTS.waiting(this.formats.count(count), count === 1);
  }

  protected stateOf({ data }: View): string {
    const deals = TEXTS.deals(this.formats.count(data.records_count), data.records_count === 1);
    const age = data.last_update ? this.formats.ago(data.last_update, this.clock.now()) : DATA.state.never;
    return `${deals} · ${age}`;
  }
}
