import { DOCUMENT, DestroyRef, Directive, inject } from '@angular/core';

/**
 * What saves a page takes the bottom of it, and messages stand above. Told by the element itself: a rule that looks for it
 * from the root would be asked again at every change of any page.
 */
@Directive({ selector: '[appSaveBarRoom]' })
export class SaveBarRoom {
  constructor() {
    const { style } = inject(DOCUMENT).documentElement;
    style.setProperty('--save-bar', '66px');
    inject(DestroyRef).onDestroy(() => style.removeProperty('--save-bar'));
  }
}
