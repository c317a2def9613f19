import {
  Component,
  DOCUMENT,
  type ElementRef,
  Injector,
  afterNextRender,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { ApiToken } from '@app/contracts';
import { Clock } from '../ui/base/clock';
import { Formats } from '../ui/base/formats';
import { Dialogs } from '../ui/dialog/dialogs';
import { EmptyState } from '../ui/empty-state';
import { PlainTable, type PlainColumn } from '../ui/plain-table';
import { ProblemNotice } from '../ui/problem-notice';
import { MadeToken } from './made-token';
import { TOKENS } from './texts';
import { TokensStore } from './tokens-store';

const DAY_MS = 86_400_000;
/** A token that ends so soon is marked: somebody has to make its successor. */
const SOON_DAYS = 14;

/** Tokens of programs: what they open, when they were last used, and a way to take them back. */
@Component({
  selector: 'app-tokens',
  imports: [EmptyState, Icon, MadeToken, PlainTable, ProblemNotice],
  providers: [TokensStore],
  templateUrl: './tokens.page.html',
  styleUrls: ['../ui/page-head.css', './tokens.page.css'],
})
export class TokensPage {
  private readonly clock = inject(Clock);
  private readonly dialogs = inject(Dialogs);
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  private readonly keep = viewChild<ElementRef<HTMLElement>>('keep');
  protected readonly formats = inject(Formats);
  protected readonly store = inject(TokensStore);
  protected readonly texts = TOKENS;
  protected readonly columns: readonly PlainColumn[] = [
    { label: TOKENS.columns.name },
    { label: TOKENS.columns.views, kind: 'wide' },
    { label: TOKENS.columns.rights, kind: 'wide' },
    { label: TOKENS.columns.used, kind: 'wide' },
    { label: TOKENS.columns.expires, kind: 'wide' },
    { label: TOKENS.columns.revoke, isUnseen: true },
  ];
  /** Id of the token that is about to be revoked. */
  protected readonly asked = signal('');

  protected open(): void {
    void this.dialogs.open(async () => (await import('./new-token-dialog')).NewTokenDialog, TOKENS.make, {
      from: this.injector,
    });
  }

  protected ask({ id }: ApiToken): void {
    this.store.refusal.set(null);
    this.asked.set(id);
    afterNextRender(() => this.keep()?.nativeElement.focus(), { injector: this.injector });
  }

  /** The focus goes back to where the question came from. */
  protected leave(token: ApiToken): void {
    this.asked.set('');
    this.focusOn(this.buttonOf(token));
  }

  protected readonly buttonOf = ({ id }: ApiToken): string => `revoke-${id}`;

  protected async revoke(token: ApiToken): Promise<void> {
    await this.store.revoke(token);
    this.asked.set('');
    this.focusOn('tokens-heading');
  }

  /** Of an element that is shown by then. */
  private focusOn(id: string): void {
    afterNextRender(() => this.document.getElementById(id)?.focus(), { injector: this.injector });
  }

  protected viewsOf({ views }: ApiToken): string {
    return views.length === 0 ? TOKENS.noViews : this.formats.list(views.map(({ name }) => name));
  }

  protected rightsOf({ rights }: ApiToken): string {
    return rights.map((right) => TOKENS.rights[right]).join(', ');
  }

  protected isExpired({ expires_at }: ApiToken): boolean {
    return Date.parse(expires_at) <= this.clock.now();
  }

  /** What is left, in words, where it is not much. */
  protected soonOf({ expires_at }: ApiToken): string | null {
    const days = Math.ceil((Date.parse(expires_at) - this.clock.now()) / DAY_MS);
    return days > 0 && days <= SOON_DAYS ? TOKENS.soon(TOKENS.days(days)) : null;
  }
}
