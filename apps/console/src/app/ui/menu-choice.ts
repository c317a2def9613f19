import { CdkMenuItemRadio } from '@angular/cdk/menu';
import { Component, input } from '@angular/core';
import { Icon } from './icon/icon';

/** An entry of a menu that offers one of several: ticked while it is chosen. Its label and a hint are projected. */
@Component({
  selector: 'button[appMenuChoice]',
  imports: [Icon],
  hostDirectives: [
    {
      directive: CdkMenuItemRadio,
      inputs: ['cdkMenuItemChecked: isChosen'],
      outputs: ['cdkMenuItemTriggered: choose'],
    },
  ],
  host: { type: 'button', class: 'menu-item' },
  template: `
    <span class="tick">
      @if (isChosen()) {
        <svg appIcon="check" aria-hidden="true" [strokeWidth]="3"></svg>
      }
    </span>
    <ng-content />
  `,
})
export class MenuChoice {
  readonly isChosen = input.required<boolean>();
}
