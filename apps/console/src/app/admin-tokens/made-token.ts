import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Clipboard } from '@angular/cdk/clipboard';
import {
  Component,
  DOCUMENT,
  type ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { MadeApiToken } from '@app/contracts';
import { exampleOf } from './example';
import { TOKENS } from './texts';

/** A token that was just made, shown once: to copy, with a command that tries it. */
@Component({
  selector: 'app-made-token',
  imports: [Icon],
  host: { class: 'card' },
  template: `
    <h2>{{ texts.heading(made().token.name) }}</h2>
    <p>{{ texts.once }}</p>
    <h3>{{ texts.token }}</h3>
    <div class="line">
      <code class="secret">{{ made().secret }}</code>
      <button #first type="button" class="button primary" (click)="copy(made().secret)">
        @if (copied() === made().secret) {
          <svg appIcon="check" aria-hidden="true"></svg>{{ texts.copied }}
        } @else {
          <svg appIcon="copy" aria-hidden="true"></svg>{{ texts.copy }}
        }
      </button>
    </div>
    <h3>{{ texts.example }}</h3>
    <div class="line">
      <pre>{{ example() }}</pre>
      <button type="button" class="button" (click)="copy(example())">
        @if (copied() === example()) {
          <svg appIcon="check" aria-hidden="true"></svg>{{ texts.copied }}
        } @else {
          <svg appIcon="copy" aria-hidden="true"></svg>{{ texts.copyExample }}
        }
      </button>
    </div>
    @if (isRefused()) {
      <p class="bad-text" role="alert">{{ texts.refused }}</p>
    }
    <button type="button" class="button done" (click)="done.emit()">{{ texts.done }}</button>
  `,
  styles: `
    :host {
      border-color: var(--accent);
      margin-bottom: var(--s-4);
    }
    h2 {
      font: var(--t-title);
      letter-spacing: -0.01em;
      overflow-wrap: anywhere;
    }
    h3 {
      font: var(--t-label);
      color: var(--ink-2);
      margin: var(--s-3) 0 var(--s-1);
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      gap: var(--s-2);
    }
    .secret,
    pre {
      flex: 1 1 320px;
      min-width: 0;
      margin: 0;
      padding: 7px 10px;
      border-radius: var(--r-1);
      background: var(--surface-2);
      font:
        12px/18px ui-monospace,
        'SF Mono',
        Menlo,
        Consolas,
        monospace;
    }
    .secret,
    pre {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .secret {
      user-select: all;
    }
    .line .button {
      min-width: 152px;
    }
    .done {
      align-self: start;
      margin-top: var(--s-3);
    }
  `,
})
export class MadeToken {
  private readonly clipboard = inject(Clipboard);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly document = inject(DOCUMENT);
  private readonly first = viewChild.required<ElementRef<HTMLElement>>('first');
  protected readonly texts = TOKENS.fresh;

  readonly made = input.required<MadeApiToken>();
  readonly done = output();

  protected readonly example = computed(() => exampleOf(this.made(), this.document.location.origin));
  protected readonly copied = signal('');
  protected readonly isRefused = signal(false);

  constructor() {
    // The form is gone that had the focus.
    afterNextRender(() => {
      this.first().nativeElement.focus();
    });
  }

  protected copy(text: string): void {
    const isCopied = this.clipboard.copy(text);
    this.copied.set(isCopied ? text : '');
    this.isRefused.set(!isCopied);
    if (isCopied) void this.announcer.announce(this.texts.copied, 'polite');
  }
}
