import { Dialog, DialogConfig, type DialogRef } from '@angular/cdk/dialog';
import { type ComponentType, createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { Injector, Service, inject } from '@angular/core';
import { Toasts } from '../toast/toasts';

/** Dialogs near the top of the page, closed by Escape. */
@Service()
export class Dialogs {
  private readonly dialog = inject(Dialog);
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);

  private isOpening = false;

  /** True while its code is still loading, too: keys pressed meanwhile are meant for the dialog. */
  readonly hasOne = () => this.isOpening || this.dialog.openDialogs.length > 0;

  /**
   * Loads and shows a dialog; one at a time, however often this is called.
   *
   * @param from what its content may inject, where that is more than what the whole console has
   */
  async open(
    load: () => Promise<ComponentType<unknown>>,
    ariaLabel: string,
    from: Injector = this.injector,
  ): Promise<void> {
    if (this.hasOne()) return;
    this.isOpening = true;
    const content = await load()
      .catch(() => this.toasts.notLoaded())
      .finally(() => (this.isOpening = false));
    if (!content) return;
    const config = new DialogConfig<unknown, DialogRef>();
    config.ariaLabel = ariaLabel;
    config.injector = from;
    config.width = 'min(600px, calc(100vw - 24px))';
    config.positionStrategy = createGlobalPositionStrategy(this.injector).centerHorizontally().top('10vh');
    this.dialog.open(content, config);
  }

  close(): void {
    this.dialog.closeAll();
  }
}
