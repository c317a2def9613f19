import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { SessionInfo, SessionInfoPage } from '@app/contracts';
import { firstValueFrom } from 'rxjs';
import { Session } from '../session/session';
import { Formats } from '../ui/base/formats';
import { type ShownProblem, problemOf } from '../ui/base/problem';
import { ProblemNotice } from '../ui/problem-notice';
import { Dialogs } from '../ui/dialog/dialogs';
import { DialogHead } from '../ui/dialog/dialog-head';
import { Toasts } from '../ui/toast/toasts';
import { SHELL } from './texts';
import { OTHER_SESSIONS_URL, SESSIONS_URL, sessionUrl } from './api';

/** Where the reader is signed in; a session that should not be is ended here. */
@Component({
  selector: 'app-sessions-dialog',
  imports: [DialogHead, ProblemNotice],
  template: `
    <app-dialog-head [heading]="texts.heading" />
    @if (problem(); as problem) {
      <app-problem-notice [problem]="problem" (retry)="retry()" />
    } @else if (sessions.hasValue()) {
      @if (hasOthers()) {
        <div class="all">
          <button type="button" class="button" [disabled]="isEnding()" (click)="endOthers()">
            {{ texts.endOthers }}
          </button>
          <button type="button" class="button" [disabled]="isEnding()" (click)="endAll()">
            {{ texts.endAll }}
          </button>
        </div>
      }
      <ul [attr.aria-busy]="isEnding()">
        @for (session of sessions.value().items; track session.id) {
          <li>
            <div>
              <b>{{ session.device ?? texts.unknown }}</b>
              @if (session.current) {
                <span class="tag">{{ texts.current }}</span>
              }
              <p class="quiet">{{ texts.used(at(session.last_used_at), session.address) }}</p>
              <p class="quiet">{{ texts.span(at(session.created_at), at(session.expires_at)) }}</p>
            </div>
            @if (!session.current) {
              <button
                type="button"
                class="chip"
                [attr.aria-label]="texts.endLabel(session.device ?? texts.unknown, at(session.last_used_at))"
                [disabled]="isEnding()"
                (click)="end(session)"
              >
                {{ texts.end }}
              </button>
            }
          </li>
        }
      </ul>
      @if (!hasOthers()) {
        <p class="quiet">{{ texts.onlyThis }}</p>
      }
    } @else {
      <div class="bone" aria-hidden="true"></div>
    }
  `,
  styles: `
    ul {
      margin: 0 0 var(--s-3);
    }
    li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--s-3);
      padding: var(--s-2) 0;
      border-bottom: 1px solid var(--hairline);
    }
    b {
      font-weight: 600;
    }
    .tag {
      margin-left: var(--s-1);
    }
    p {
      margin: 2px 0 0;
      overflow-wrap: anywhere;
    }
    .all {
      margin-bottom: var(--s-2);
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-2);
    }
    .bone {
      height: 96px;
    }
  `,
  styleUrl: '../ui/dialog/dialog.css',
})
export class SessionsDialog {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  private readonly toasts = inject(Toasts);
  protected readonly texts = SHELL.sessions;

  protected readonly sessions = httpResource<SessionInfoPage>(() => SESSIONS_URL);
  protected readonly hasOthers = computed(
    () => this.sessions.hasValue() && this.sessions.value().items.some(({ current }) => !current),
  );
  protected readonly isEnding = signal(false);
  private readonly refused = signal<ShownProblem | null>(null);
  protected readonly problem = computed(
    () => this.refused() ?? (this.sessions.error() ? problemOf(this.sessions.error()) : null),
  );

  protected at(instant: string): string {
    return `${this.formats.dayAt(instant)}, ${this.formats.timeOf(instant)}`;
  }

  protected async end({ id, device }: SessionInfo): Promise<void> {
    if (!(await this.remove(sessionUrl(id)))) return;
    this.sessions.reload();
    this.toasts.changed(this.texts.ended(device ?? this.texts.unknown), null);
  }

  protected async endOthers(): Promise<void> {
    if (!(await this.remove(OTHER_SESSIONS_URL))) return;
    this.sessions.reload();
    this.toasts.changed(this.texts.onlyThis, null);
  }

  protected async endAll(): Promise<void> {
    if (!(await this.remove(SESSIONS_URL))) return;
    this.session.forget();
    this.dialogs.close();
    await this.router.navigateByUrl('/sign-in');
  }

  /** @returns whether it was done */
  private async remove(url: string): Promise<boolean> {
    this.isEnding.set(true);
    try {
      await firstValueFrom(this.http.delete(url));
      return true;
    } catch (error) {
      this.refused.set(problemOf(error));
      return false;
    } finally {
      this.isEnding.set(false);
    }
  }

  protected retry(): void {
    this.refused.set(null);
    this.sessions.reload();
  }
}
