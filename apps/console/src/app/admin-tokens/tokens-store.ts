import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import type { ApiToken, ApiTokenPage, MadeApiToken, NewApiToken } from '@app/contracts';
import { firstValueFrom } from 'rxjs';
import { latestOf } from '../ui/base/latest';
import { type ShownProblem, problemOf } from '../ui/base/problem';
import { Toasts } from '../ui/toast/toasts';
import { TOKENS_URL, tokenUrl } from './api';
import { TOKENS } from './texts';

/** The tokens of the installation, as the page shows and changes them. */
@Injectable()
export class TokensStore {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly answer = httpResource<ApiTokenPage>(() => TOKENS_URL);

  readonly tokens = latestOf(this.answer, () => 'tokens');
  /** The one that was just made, with what opens: shown until its maker has it. */
  readonly made = signal<MadeApiToken | null>(null);
  readonly isBusy = signal(false);
  readonly refusal = signal<ShownProblem | null>(null);

  /** @returns whether it was made */
  make(wanted: Readonly<NewApiToken>): Promise<boolean> {
    return this.change(async () => {
      const made = await firstValueFrom(this.http.post<MadeApiToken>(TOKENS_URL, wanted));
      this.made.set(made);
      this.toasts.changed(TOKENS.said.made(made.token.name), null);
    });
  }

  /** @returns whether it was revoked */
  revoke({ id, name }: ApiToken): Promise<boolean> {
    return this.change(async () => {
      await firstValueFrom(this.http.delete(tokenUrl(id)));
      if (this.made()?.token.id === id) this.made.set(null);
      this.toasts.changed(TOKENS.said.revoked(name), null);
    });
  }

  private async change(work: () => Promise<void>): Promise<boolean> {
    this.isBusy.set(true);
    this.refusal.set(null);
    try {
      await work();
      return true;
    } catch (error) {
      this.refusal.set(problemOf(error));
      return false;
    } finally {
      this.isBusy.set(false);
      this.answer.reload();
    }
  }
}
