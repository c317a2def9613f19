import { Directive, ElementRef, inject } from '@angular/core';

const STEPS: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** Enter and the arrows move through a column of inputs, as in a spreadsheet. */
@Directive({ selector: 'table[appColumnKeys]', host: { '(keydown)': 'move($event)' } })
export class ColumnKeys {
  private readonly table = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected move(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const inputs = [...this.table.querySelectorAll('input')].filter((each) => isBelow(each, event.target));
    const at = inputs.findIndex((input) => input === event.target);
    if (step === undefined || at === -1 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = inputs[at + (event.key === 'Enter' && event.shiftKey ? -1 : step)];
    next?.focus();
    next?.select();
  }
}

/** Whether two inputs stand in one column. */
const isBelow = (one: Element, other: EventTarget | null): boolean =>
  other instanceof Element && one.closest('td')?.cellIndex === other.closest('td')?.cellIndex;
