import { Dialog, DialogConfig, type DialogRef } from '@angular/cdk/dialog';
import { type ComponentType, createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { Injector, Service, inject } from '@angular/core';
import { Toasts } from '../toast/toasts';

/** What a dialog has to do with where it was opened. */
export interface DialogSurroundings {
  /** What its content may inject, where that is more than what the whole console has. */
  readonly from?: Injector;
  /** What gets the focus after it; left out, what had it when the dialog was shown. */
  readonly opener?: HTMLElement | null;
}

/** Dialogs near the top of the page, closed by Escape. */
@Service()
export class Dialogs {
  private readonly dialog = inject(Dialog);
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);

  /** The dialog whose code is being loaded. */
  private opening: symbol | null = null;

  /** True while its code is still loading, too: keys pressed meanwhile are meant for the dialog. */
  readonly hasOne = () => this.opening !== null || this.dialog.openDialogs.length > 0;

  /**
   * Loads and shows a dialog; one at a time, however often this is called.
   *
   * @returns whether it is shown: not where another one is, it could not be loaded, or it was closed before
   */
  async open(
    load: () => Promise<ComponentType<unknown>>,
    ariaLabel: string,
    { from = this.injector, opener = null }: DialogSurroundings = {},
  ): Promise<boolean> {
    if (this.hasOne()) return false;
    const opening = (this.opening = Symbol(ariaLabel));
    const content = await load().catch(() => this.toasts.notLoaded());
    if (this.opening !== opening) return false;
    this.opening = null;
    if (!content) return false;
    const config = new DialogConfig<unknown, DialogRef>();
    config.ariaLabel = ariaLabel;
    config.injector = from;
    config.width = 'min(600px, calc(100vw - 24px))';
    config.positionStrategy = createGlobalPositionStrategy(this.injector).centerHorizontally().top('10vh');
    if (opener) config.restoreFocus = opener;
    this.dialog.open(content, config);
    return true;
  }

  /** Also one that is not there yet. */
  close(): void {
    this.opening = null;
    this.dialog.closeAll();
  }
}
