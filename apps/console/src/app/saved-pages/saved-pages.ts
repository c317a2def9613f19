import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, ElementRef, signal, viewChild } from '@angular/core';
import { LucideBookmark } from '@lucide/angular';
import { tookEscape } from '../ui/base/escape';
import { SavedPagesPanel } from './saved-pages-panel';
import { SAVED } from './texts';

/** Opens what was saved of the pages of a view. */
@Component({
  selector: 'app-saved-pages',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, LucideBookmark, SavedPagesPanel],
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
      <svg lucideBookmark aria-hidden="true"></svg>
    </button>
    <ng-template
      cdkConnectedOverlay
      [cdkConnectedOverlayOpen]="isOpen()"
      [cdkConnectedOverlayOrigin]="origin"
      [cdkConnectedOverlayPush]="true"
      [cdkConnectedOverlayViewportMargin]="8"
      [cdkConnectedOverlayOffsetY]="4"
      (overlayOutsideClick)="closeBy($event)"
      (detach)="close()"
      (overlayKeydown)="press($event)"
    >
      <app-saved-pages-panel (closed)="close()" />
    </ng-template>
  `,
})
export class SavedPagesMenu {
  protected readonly texts = SAVED;
  protected readonly isOpen = signal(false);
  private readonly opener = viewChild.required<ElementRef<HTMLElement>>('opener');

  /** A press on the button that opened it closes it by itself. */
  protected closeBy({ target }: MouseEvent): void {
    const isOpener = target instanceof Node && this.opener().nativeElement.contains(target);
    if (!isOpener) this.isOpen.set(false);
  }

  protected press(event: KeyboardEvent): void {
    if (tookEscape(event)) this.close();
  }

  protected close(): void {
    if (!this.isOpen()) return;
    this.isOpen.set(false);
    this.opener().nativeElement.focus();
  }
}
