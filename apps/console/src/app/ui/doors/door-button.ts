import { Directive, computed, inject, input } from '@angular/core';
import { type Door, markOf } from './door';
import { Doors } from './doors';

/**
 * A button that opens what is behind a number. Every door of the console is one of these: it says to assistive
 * technology that a dialog opens, and carries in `data-door` what it opens, as the address will say it.
 *
 * @example
 *   <button type="button" [appDoor]="door">…</button>
 */
@Directive({
  selector: 'button[appDoor]',
  host: {
    '[attr.aria-haspopup]': 'appDoor() && "dialog"',
    '[attr.data-door]': 'mark()',
    '(click)': 'go()',
  },
})
export class DoorButton {
  private readonly doors = inject(Doors);
  /** Null for a button that opens nothing here. */
  readonly appDoor = input.required<Door | null>();

  protected readonly mark = computed(() => {
    const door = this.appDoor();
    return door && markOf(door);
  });

  protected go(): void {
    const door = this.appDoor();
    if (door) this.doors.open(door);
  }
}
