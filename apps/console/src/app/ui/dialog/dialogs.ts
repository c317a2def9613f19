import { Dialog, DialogConfig, type DialogRef } from '@angular/cdk/dialog';
import { type ComponentType, createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { Injector, Service, inject } from '@angular/core';

/** What floats over the page until Escape: near the top, where the eye already is, and as wide as it needs. */
@Service()
export class Dialogs {
  private readonly dialog = inject(Dialog);
  private readonly injector = inject(Injector);

  private isOpening = false;

  /** Also while its code is on the way: keys pressed meanwhile are meant for it. */
  readonly hasOne = () => this.isOpening || this.dialog.openDialogs.length > 0;

  /** Loads what is shown, then shows it; one at a time, however often it is asked for. */
  async open(load: () => Promise<ComponentType<unknown>>, ariaLabel: string): Promise<void> {
    if (this.hasOne()) return;
    this.isOpening = true;
    const content = await load().finally(() => (this.isOpening = false));
    const config = new DialogConfig<unknown, DialogRef>();
    config.ariaLabel = ariaLabel;
    config.width = 'min(600px, calc(100vw - 24px))';
    config.positionStrategy = createGlobalPositionStrategy(this.injector).centerHorizontally().top('10vh');
    this.dialog.open(content, config);
  }

  close(): void {
    this.dialog.closeAll();
  }
}
