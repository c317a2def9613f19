import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import type { ApiToken, ApiTokenPage, MadeApiToken, NewApiToken } from '@app/contracts';
import { firstValueFrom } from 'rxjs';
import { latestOf } from '../ui/base/latest';
import { type ShownProblem, problemOf } from '../ui/base/problem';
import { TOKENS_URL, tokenUrl } from './api';

/** The tokens of the installation, as the page shows and changes them. */
@Injectable()
export class TokensStore {
  private readonly http = inject(HttpClient);
  private readonly answer = httpResource<ApiTokenPage>(() => TOKENS_URL);

  readonly tokens = latestOf(this.answer, () => 'tokens');
  /** The one that was just made, with what opens: shown until its maker has it. */
  readonly made = signal<MadeApiToken | null>(null);
  readonly isBusy = signal(false);
  readonly refusal = signal<ShownProblem | null>(null);

  /** @returns whether it was made */
  make(wanted: Readonly<NewApiToken>): Promise<boolean> {
    return this.change(async () => {
      this.made.set(await firstValueFrom(this.http.post<MadeApiToken>(TOKENS_URL, wanted)));
    });
  }

  /** @returns whether it was revoked */
  revoke({ id }: ApiToken): Promise<boolean> {
    return this.change(async () => {
      await firstValueFrom(this.http.delete(tokenUrl(id)));
      if (this.made()?.token.id === id) this.made.set(null);
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
