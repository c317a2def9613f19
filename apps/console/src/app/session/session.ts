import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Service, computed, inject, signal } from '@angular/core';
import { type AuthConfig, holds, type Me, type Right } from '@app/contracts';
import { day } from '@app/domain/period';
import { firstValueFrom } from 'rxjs';
import { Formats } from '../ui/base/formats';
import { AUTH } from './api';

/** Who is signed in. Signing in changes it for the next page only, which has nothing of whoever was there before. */
@Service()
export class Session {
  private readonly http = inject(HttpClient);
  private readonly formats = inject(Formats);
  private readonly known = signal<Me | null>(null);
  private hasAnswer = false;

  readonly me = this.known.asReadonly();
  readonly user = computed(() => this.known()?.user ?? null);
  /** Today on the calendar of the installation, as a day number. */
  readonly today = computed(() => day(this.known()?.installation.today ?? '1970-01-01'));

  /** Who is signed in, requested once; null when nobody is. */
  async whoIsThere(): Promise<Me | null> {
    return this.hasAnswer ? this.known() : this.ask();
  }

  /** The ways to sign in; the answer also sets the cookie of the XSRF token. */
  config(): Promise<AuthConfig> {
    return firstValueFrom(this.http.get<AuthConfig>(AUTH.config));
  }

  async signInAs(email: string): Promise<void> {
    await firstValueFrom(this.http.post(AUTH.local, { email }));
  }

  async signInToDemo(): Promise<void> {
    await firstValueFrom(this.http.post(AUTH.demo, {}));
  }

  /** @param token what stands in a sign-in link */
  async signInByLink(token: string): Promise<void> {
    await firstValueFrom(this.http.post(AUTH.invitation, { token }));
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.post(AUTH.logout, {}));
    this.forget();
  }

  /** Forgets who was signed in, once the server says that the session is over. */
  forget(): void {
    this.known.set(null);
  }

  /** Whether the person holds a right; what one may do in a view stands in the view's `can`. */
  can(right: Right): boolean {
    const me = this.known();
    return me !== null && holds(me, right);
  }

  private async ask(): Promise<Me | null> {
    const me = await firstValueFrom(this.http.get<Me>(AUTH.me)).catch(nobody);
    if (me) {
      this.formats.currency.set(me.installation.currency);
      this.formats.timeZone.set(me.installation.time_zone);
    }
    this.known.set(me);
    this.hasAnswer = true;
    return me;
  }
}

/** 401 means that nobody is signed in; any other error is for the caller. */
function nobody(error: unknown): null {
  if (error instanceof HttpErrorResponse && error.status === 401) return null;
  throw error;
}
