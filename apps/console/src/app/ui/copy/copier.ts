import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Clipboard } from '@angular/cdk/clipboard';
import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';
import { ChartPalette } from '../base/chart-colours';
import { htmlText, plainText } from './copy-text';
import type { Copyable } from './copyable';
import { pictureOf } from './picture';
import { COPY } from './texts';

const SHOWN_FOR = 4000;

/** Copies to the clipboard and announces the result, on the screen and to screen readers. */
@Injectable()
export class Copier {
  private readonly announcer = inject(LiveAnnouncer);
  private readonly clipboard = inject(Clipboard);
  private readonly palette = inject(ChartPalette);
  private readonly document = inject(DOCUMENT);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The last announcement; empty after a moment. */
  readonly said = signal('');

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  async text(copyable: Copyable): Promise<void> {
    const plain = plainText(copyable);
    try {
      await write({
        'text/plain': textBlob(plain, 'plain'),
        'text/html': textBlob(htmlText(copyable), 'html'),
      });
      this.say(COPY.copiedText);
    } catch {
      // The older API needs no permission, but cannot copy a table.
      this.say(this.clipboard.copy(plain) ? COPY.copiedText : COPY.refused);
    }
  }

  async picture(copyable: Copyable): Promise<void> {
    const picture = pictureOf(copyable, this.palette.colours(), this.document);
    try {
      // The promise itself, not its outcome: Safari forgets the click while it waits.
      await write({ 'image/png': picture });
      this.say(COPY.copiedPicture);
    } catch {
      await this.savePicture(picture, copyable.title);
    }
  }

  private async savePicture(picture: Promise<Blob>, title: string): Promise<void> {
    try {
      const address = URL.createObjectURL(await picture);
      const link = this.document.createElement('a');
      link.href = address;
      link.download = `${title}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address));
      this.say(COPY.saved);
    } catch {
      this.say(COPY.failed);
    }
  }

  private say(message: string): void {
    this.said.set(message);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.said.set(''), SHOWN_FOR);
    void this.announcer.announce(message, 'polite');
  }
}

const textBlob = (text: string, kind: 'plain' | 'html') => new Blob([text], { type: `text/${kind}` });

// Throws in browsers that cannot copy pictures, and on pages that are not served over https.
async function write(items: Record<string, Blob | Promise<Blob>>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem(items)]);
}
