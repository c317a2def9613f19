import { CdkConnectedOverlay } from '@angular/cdk/overlay';
import { Directive, inject, output } from '@angular/core';

/** From the edge of the window, and from what it opens below. */
const MARGIN = 8;
const GAP = 4;

/**
 * What lies over the page below the button or field that opened it, moved as far as the window asks. Whoever places it
 * closes it.
 *
 * @example
 *   <ng-template appPanelBelow [origin]="origin" [isOpen]="isOpen()" (left)="isOpen.set(false)" (escaped)="close()">
 */
@Directive({
  selector: 'ng-template[appPanelBelow]',
  hostDirectives: [
    {
      directive: CdkConnectedOverlay,
      inputs: ['cdkConnectedOverlayOrigin: origin', 'cdkConnectedOverlayOpen: isOpen'],
      // A press outside, but not on the origin, which closes it by itself.
      outputs: ['overlayOutsideClick: left'],
    },
  ],
})
export class PanelBelow {
  private readonly overlay = inject(CdkConnectedOverlay);
  /** Escape was pressed in it: the focus goes back. */
  readonly escaped = output();

  constructor() {
    Object.assign(this.overlay, { push: true, viewportMargin: MARGIN, offsetY: GAP });
    this.overlay.overlayKeydown.subscribe((event) => {
      if (event.key !== 'Escape') return;
      // Heard here alone: what lies below it stays as it is.
      event.preventDefault();
      event.stopPropagation();
      this.escaped.emit();
    });
  }
}
