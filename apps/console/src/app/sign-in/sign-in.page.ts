import { Component, DOCUMENT, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Icon } from '../ui/icon/icon';
import { AUTH } from '../session/api';
import { returnAddress } from '../session/return-address';
import { Session } from '../session/session';
import { tokenIn } from '../session/sign-in-link';
import { EmptyState } from '../ui/empty-state';
import { problemOf } from '../ui/base/problem';
import { ProblemNotice } from '../ui/problem-notice';
import { ProductMark } from '../ui/product-mark';
import { SIGN_IN } from './texts';

@Component({
  selector: 'app-sign-in',
  imports: [EmptyState, Icon, ProblemNotice, ProductMark],
  templateUrl: './sign-in.page.html',
  styleUrl: './sign-in.page.css',
})
export class SignInPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly document = inject(DOCUMENT);

  protected readonly texts = SIGN_IN;
  protected readonly config = resource({ loader: () => this.session.config() });
  protected readonly ways = computed(() => (this.config.hasValue() ? this.config.value() : null));
  protected readonly unavailable = computed(() =>
    this.config.status() === 'error' ? problemOf(this.config.error()) : null,
  );
  /** Whether a change was sent when the session was over. */
  protected readonly isUnsaved = this.route.snapshot.queryParamMap.has('unsaved');
  /** A link, not a request: the browser itself goes to Google. */
  protected readonly google = `${AUTH.google}?${new URLSearchParams({ return: this.returnAddress() }).toString()}`;
  /** It changes in an open page, too, where somebody pastes a link. */
  private readonly fragment = toSignal(this.route.fragment, { initialValue: null });
  /** Token of the sign-in link that leads here. It signs in at a press only: programs open links, too. */
  protected readonly link = linkedSignal(() => tokenIn(this.fragment()));
  protected readonly refusal = signal('');
  protected readonly isBusy = signal(false);

  protected signInAs(email: string): Promise<void> {
    return this.enter(() => this.session.signInAs(email));
  }

  protected openDemo(): Promise<void> {
    return this.enter(() => this.session.signInToDemo());
  }

  protected signInByLink(token: string): Promise<void> {
    return this.enter(
      () => this.session.signInByLink(token),
      (error) => this.refusalOfLink(error),
    );
  }

  /** The API says what has become of a link. One that opens nothing any more is forgotten. */
  private refusalOfLink(error: unknown): string {
    const { status, detail } = problemOf(error);
    if (status === 401) {
      this.link.set(null);
      void this.router.navigate([], { relativeTo: this.route, replaceUrl: true });
    }
    return detail;
  }

  private async enter(signIn: () => Promise<void>, words = refusalOf): Promise<void> {
    this.isBusy.set(true);
    this.refusal.set('');
    try {
      await signIn();
      // A new page: in this one may be answers that were meant for whoever was signed in before.
      this.document.location.assign(this.returnAddress());
    } catch (error) {
      this.refusal.set(words(error));
      this.isBusy.set(false);
    }
  }

  private returnAddress(): string {
    return returnAddress(this.route.snapshot.queryParamMap.get('return'));
  }
}

function refusalOf(error: unknown): string {
  const problem = problemOf(error);
  if (problem.status === 429) return SIGN_IN.tooMany;
  if (problem.status === 401 || problem.status === 404) return SIGN_IN.unknownPerson;
  return problem.detail;
}
