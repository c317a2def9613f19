import { Component, type ElementRef, computed, inject, input, signal, viewChild } from '@angular/core';
import type { Invitation } from '@app/contracts';
import { Formats } from '../ui/base/formats';
import { USERS } from './texts';

/** A sign-in link, shown once. */
@Component({
  selector: 'app-link-box',
  template: `
    <p>{{ once() }}</p>
    <div class="line">
      <input
        #field
        class="field"
        readonly
        [attr.aria-label]="texts.label"
        [value]="link().url"
        (focus)="select()"
      />
      <button type="button" class="button primary" (click)="copy()">{{ texts.copy }}</button>
    </div>
    <p class="quiet" role="status">{{ isCopied() ? texts.copied : '' }}</p>
  `,
  styles: `
    .line {
      display: flex;
      gap: var(--s-2);
      margin-top: var(--s-2);
    }
    .field {
      flex: 1;
    }
    [role='status'] {
      min-height: 20px;
      margin-top: var(--s-1);
    }
  `,
})
export class LinkBox {
  private readonly formats = inject(Formats);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  protected readonly texts = USERS.link;
  readonly link = input.required<Invitation>();
  readonly name = input.required<string>();
  protected readonly isCopied = signal(false);
  protected readonly once = computed(() =>
    this.texts.once(this.name(), this.formats.at(this.link().expires_at)),
  );

  protected select(): void {
    this.field().nativeElement.select();
  }

  /** Where the browser does not hand over its clipboard, the link is marked: the keys for copying take it. */
  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.link().url);
      this.isCopied.set(true);
    } catch {
      this.field().nativeElement.focus();
      this.select();
    }
  }
}
