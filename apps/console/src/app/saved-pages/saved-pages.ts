import { CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, ElementRef, signal, viewChild } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { PanelBelow } from '../ui/base/panel-below';
import { SavedPagesPanel } from './saved-pages-panel';
import { SAVED } from './texts';

/** Opens what was saved of the pages of a view. */
@Component({
  selector: 'app-saved-pages',
  imports: [CdkOverlayOrigin, Icon, PanelBelow, SavedPagesPanel],
  template: `
    <button
      #opener
      type="button"
      class="icon-button"
      cdkOverlayOrigin
      #origin="cdkOverlayOrigin"
      aria-haspopup="dialog"
      [attr.aria-label]="texts.label"
      [title]="texts.label"
      [attr.aria-expanded]="isOpen()"
      (click)="isOpen.set(!isOpen())"
    >
      <svg appIcon="bookmark" aria-hidden="true"></svg>
    </button>
    <ng-template
      appPanelBelow
      [isOpen]="isOpen()"
      [origin]="origin"
      (left)="isOpen.set(false)"
      (escaped)="close()"
    >
      <app-saved-pages-panel (closed)="close()" />
    </ng-template>
  `,
})
export class SavedPagesMenu {
  protected readonly texts = SAVED;
  protected readonly isOpen = signal(false);
  private readonly opener = viewChild.required<ElementRef<HTMLElement>>('opener');

  protected close(): void {
    this.isOpen.set(false);
    this.opener().nativeElement.focus();
  }
}
