import { Component, inject, input, output } from '@angular/core';
import { PersonName } from '../ui/links/person-name';
import { BoardStore } from './board-store';
import { PanelHead } from './panel-head';
import { StayFocused } from './stay-focused';

/** A deal that a panel lists. */
export interface PanelLine {
  readonly key: string;
  readonly client: string;
  readonly owner: string | null;
  readonly detail: string;
}

/** What can be done with each deal of a panel. */
export interface PanelAction {
  readonly label: string;
  readonly of: (client: string) => string;
}

/** Deals that do not stand in a column, with one thing to do about each. */
@Component({
  selector: 'app-panel-list',
  imports: [PersonName, PanelHead, StayFocused],
  template: `
    <app-panel-head [heading]="heading()" [hint]="hint()" />
    <ng-content />
    <ul appStayFocused>
      @for (line of lines(); track line.key) {
        <li>
          <b>{{ line.client }}</b>
          <span class="quiet">
            @if (line.owner !== null) {
              <app-person-name [of]="line.owner" /> ·
            }
            {{ line.detail }}
          </span>
          @if (store.canChange()) {
            <button
              type="button"
              class="link"
              [attr.aria-label]="action().of(line.client)"
              (click)="act.emit(line)"
            >
              {{ action().label }}
            </button>
          }
        </li>
      }
    </ul>
  `,
  styleUrl: './panel.css',
})
export class PanelList {
  protected readonly store = inject(BoardStore);

  readonly heading = input.required<string>();
  readonly hint = input.required<string>();
  readonly lines = input.required<readonly PanelLine[]>();
  readonly action = input.required<PanelAction>();
  readonly act = output<PanelLine>();
}
