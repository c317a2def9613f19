import { Component, inject, input } from '@angular/core';
import type { BoardColumn as Column } from '@app/contracts';
import { CopyMenu } from '../ui/copy/copy-menu';
import { Formats } from '../ui/base/formats';
import { PageContext } from '../ui/page-context';
import { BoardColumn } from './board-column';
import { copyOfBoard } from './board-copy';
import { CardHead } from '../ui/card-head';

/**
 * Deals in columns, each with its totals. A deal opens its details, a column opens all of its deals. Controls of the
 * whole board are marked `tools` and appear beside its heading. `--board-height` limits the lists, which scroll inside.
 *
 * @example
 *   <app-board [heading]="…" [columns]="data.pipeline" />
 */
@Component({
  selector: 'app-board',
  imports: [BoardColumn, CardHead, CopyMenu],
  host: { role: 'region', '[attr.aria-label]': 'heading()' },
  template: `
    <app-card-head [heading]="heading()" [aside]="aside()">
      <div class="end tools">
        <ng-content select="[tools]" />
        <app-copy-menu [of]="copied" [title]="heading()" />
      </div>
    </app-card-head>
    <div class="columns scroll-x">
      @for (column of columns(); track column.id) {
        <app-board-column [column]="column" />
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .card-head {
      flex-wrap: wrap;
    }
    .tools {
      display: flex;
      align-items: center;
      gap: var(--s-2);
    }
    .columns {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: minmax(232px, 1fr);
      gap: var(--s-3);
    }
    /* The edge of the next column shows that there is one. */
    @media (max-width: 640px) {
      .columns {
        grid-auto-columns: 84%;
        scroll-snap-type: x proximity;
      }
      app-board-column {
        scroll-snap-align: start;
      }
    }
  `,
})
export class Board {
  private readonly formats = inject(Formats);
  private readonly page = inject(PageContext);

  readonly heading = input.required<string>();
  /** A short note beside the heading. */
  readonly aside = input('');
  readonly columns = input.required<readonly Column[]>();

  protected readonly copied = () =>
    copyOfBoard(this.columns(), { title: this.heading(), subtitle: this.page.subtitle() }, this.formats);
}
