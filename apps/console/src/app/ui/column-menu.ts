import { CdkMenu, CdkMenuItem, CdkMenuItemCheckbox, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, Directive, input, output } from '@angular/core';
import { Icon } from './icon/icon';
import { COLUMN_MENU } from './column-menu.texts';

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

/** Which columns a list or table has, after the first one, which says what a row is. */
@Component({
  selector: 'app-column-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, Tick],
  template: `
    <button
      type="button"
      class="icon-button"
      [class.on]="areOwn()"
      [cdkMenuTriggerFor]="menu"
      [attr.aria-label]="texts.of(title())"
      [title]="texts.label"
    >
      <svg appIcon="columns-3" aria-hidden="true"></svg>
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="texts.of(title())">
        @for (column of offered(); track column.id) {
          <button
            appTick
            [cdkMenuItemChecked]="columns().includes(column.id)"
            [cdkMenuItemDisabled]="isLast(column.id)"
            (cdkMenuItemTriggered)="toggle(column.id)"
          >
            <span class="tick">
              @if (columns().includes(column.id)) {
                <svg appIcon="check" aria-hidden="true" [strokeWidth]="3"></svg>
              }
            </span>
            {{ column.label }}
          </button>
        }
        @if (areOwn()) {
          <hr />
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="chosen.emit(null)">
            {{ texts.standard }}
          </button>
        }
      </div>
    </ng-template>
  `,
  styles: `
    .on {
      color: var(--accent);
    }
    [aria-disabled='true'] {
      color: var(--ink-2);
    }
    hr {
      margin: 4px 0;
    }
  `,
})
export class ColumnMenu {
  protected readonly texts = COLUMN_MENU;

  /** Named in the label of the button. */
  readonly title = input.required<string>();
  /** What can be chosen. */
  readonly offered = input.required<readonly { readonly id: string; readonly label: string }[]>();
  /** Ids of those that are shown. */
  readonly columns = input.required<readonly string[]>();
  readonly areOwn = input.required<boolean>();
  /** The columns, the last one chosen at their end; null for those of the page. */
  readonly chosen = output<readonly string[] | null>();

  /** The last column stays: rows without any say nothing. */
  protected isLast(column: string): boolean {
    const [first, ...others] = this.columns();
    return others.length === 0 && first === column;
  }

  protected toggle(column: string): void {
    const columns = this.columns();
    const others = columns.filter((each) => each !== column);
    this.chosen.emit(others.length < columns.length ? others : [...columns, column]);
  }
}
