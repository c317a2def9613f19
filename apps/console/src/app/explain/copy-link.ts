import { Clipboard } from '@angular/cdk/clipboard';
import { Component, DOCUMENT, inject, linkedSignal } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { Address } from '../session/address';
import { EXPLAIN } from './texts';

/** Copies the address, which shows the same to anybody who may open it. */
@Component({
  selector: 'app-copy-link',
  imports: [Icon],
  template: `
    <button type="button" class="chip" (click)="copy()">
      <svg appIcon="link" aria-hidden="true"></svg>
      <span aria-live="polite">{{ isCopied() ? texts.copied : texts.copy }}</span>
    </button>
  `,
})
export class CopyLink {
  private readonly clipboard = inject(Clipboard);
  private readonly address = inject(Address);
  private readonly location = inject(DOCUMENT).location;
  protected readonly texts = EXPLAIN;
  /** A new address has not been copied yet. */
  protected readonly isCopied = linkedSignal({ source: this.address.url, computation: () => false });

  protected copy(): void {
    this.isCopied.set(this.clipboard.copy(this.location.href));
  }
}
