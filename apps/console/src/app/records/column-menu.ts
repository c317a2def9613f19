import { CdkMenu, CdkMenuItem, CdkMenuItemCheckbox, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, Directive, computed, input, output } from '@angular/core';
import { LucideCheck, LucideColumns3 } from '@lucide/angular';
import { OFFERED_COLUMNS, type RecordColumn } from './record-columns';
import { RECORDS } from './texts';

/** An entry that is ticked or not, in a menu that stays open: people choose several. */
@Directive({
  selector: 'button[appTick]',
  host: { type: 'button', class: 'menu-item' },
  providers: [{ provide: CdkMenuItem, useExisting: Tick }],
})
class Tick extends CdkMenuItemCheckbox {
  override trigger(): void {
    super.trigger({ keepOpen: true });
  }
}

/** Which columns a list has, after the client. */
@Component({
  selector: 'app-column-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, LucideCheck, LucideColumns3, Tick],
  template: `
    <button
      type="button"
      class="icon-button"
      [class.on]="areOwn()"
      [cdkMenuTriggerFor]="menu"
      [attr.aria-label]="texts.of(title())"
      [title]="texts.label"
    >
      <svg lucideColumns3 aria-hidden="true"></svg>
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="texts.of(title())">
        @for (column of offered(); track column) {
          <button
            appTick
            [cdkMenuItemChecked]="columns().includes(column)"
            (cdkMenuItemTriggered)="toggle(column)"
          >
            <span class="tick">
              @if (columns().includes(column)) {
                <svg lucideCheck aria-hidden="true" [strokeWidth]="3"></svg>
              }
            </span>
            {{ labels[column] }}
          </button>
        }
        @if (areOwn()) {
          <hr />
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="chosen.emit(null)">
            {{ texts.reset }}
          </button>
        }
      </div>
    </ng-template>
  `,
  styles: `
    .on {
      color: var(--accent);
    }
    hr {
      margin: 4px 0;
    }
  `,
})
export class ColumnMenu {
  protected readonly texts = RECORDS.choose;
  protected readonly labels = RECORDS.columns;

  /** Named in the label of the button. */
  readonly title = input.required<string>();
  readonly columns = input.required<readonly RecordColumn[]>();
  readonly areOwn = input.required<boolean>();
  /** The columns, the last one chosen at their end; null for those of the page. */
  readonly chosen = output<readonly RecordColumn[] | null>();

  /** What a list has of its own, such as why a deal weighs what it weighs, is offered where it is shown. */
  protected readonly offered = computed(() => [
    ...OFFERED_COLUMNS,
    ...this.columns().filter((column) => !OFFERED_COLUMNS.includes(column)),
  ]);

  /** The last column stays: a list of clients alone says nothing. */
  protected toggle(column: RecordColumn): void {
    const columns = this.columns();
    const others = columns.filter((each) => each !== column);
    if (others.length === 0) return;
    this.chosen.emit(others.length < columns.length ? others : [...columns, column]);
  }
}
