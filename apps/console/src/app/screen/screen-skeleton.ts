import { Component, computed, input } from '@angular/core';

/** Cards beside each other. */
export interface SkeletonRow {
  /** Pixels. */
  height: number;
  /** Relative widths, such as `[2, 1]`. */
  widths: readonly number[];
}

/** Skeleton of a page while its numbers load. */
@Component({
  selector: 'app-screen-skeleton',
  template: `
    <div class="band" [style.--columns]="cards()">
      @for (card of bones(); track card) {
        <div>
          <span class="bone label"></span>
          <span class="bone number"></span>
          <span class="bone line"></span>
        </div>
      }
    </div>
    @for (row of rows(); track $index) {
      <div class="row" [style.--tracks]="tracks(row)">
        @for (width of row.widths; track $index) {
          <div class="card" [style.height.px]="row.height"><span class="bone title"></span></div>
        }
      </div>
    }
  `,
  styles: `
    :host,
    .row {
      display: grid;
      gap: var(--s-3);
    }
    .band {
      display: grid;
      grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
      background: var(--surface);
      border: 1px solid var(--hairline);
      border-radius: var(--r-2);
    }
    .band > div {
      display: grid;
      gap: var(--s-2);
      align-content: start;
      height: 118px;
      padding: var(--s-3) var(--s-4);
    }
    .bone {
      display: block;
    }
    .label {
      width: 55%;
      height: 12px;
    }
    .number {
      width: 70%;
      height: 26px;
    }
    .line {
      width: 90%;
      height: 8px;
    }
    .title {
      width: 160px;
      max-width: 60%;
      height: 16px;
    }
    .row {
      grid-template-columns: var(--tracks);
    }
    @media (max-width: 1100px) {
      .band {
        grid-template-columns: repeat(min(3, var(--columns)), minmax(0, 1fr));
      }
    }
    @media (max-width: 900px) {
      .row {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    @media (max-width: 640px) {
      .band {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
  `,
})
export class ScreenSkeleton {
  readonly cards = input.required<number>();
  readonly rows = input.required<readonly SkeletonRow[]>();
  protected readonly bones = computed(() => Array.from({ length: this.cards() }, (_, at) => at));

  protected tracks({ widths }: SkeletonRow): string {
    return widths.map((width) => `minmax(0, ${String(width)}fr)`).join(' ');
  }
}
