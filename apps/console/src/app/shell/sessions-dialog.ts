import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import type { SessionInfo, SessionInfoPage } from '@app/contracts';
import { firstValueFrom } from 'rxjs';
import { Formats } from '../ui/base/formats';
import { type ShownProblem, problemOf } from '../ui/base/problem';
import { ProblemNotice } from '../ui/problem-notice';
import { DialogHead } from '../ui/dialog/dialog-head';
import { SHELL } from './texts';
import { SESSIONS_URL, sessionUrl } from './api';

/** Where the reader is signed in; a session that should not be is ended here. */
@Component({
  selector: 'app-sessions-dialog',
  imports: [DialogHead, ProblemNotice],
  template: `
    <app-dialog-head [heading]="texts.heading" />
    @if (problem(); as problem) {
      <app-problem-notice [problem]="problem" (retry)="retry()" />
    } @else if (sessions.hasValue()) {
      <ul [attr.aria-busy]="isEnding()">
        @for (session of sessions.value().items; track session.id) {
          <li>
            <div>
              <b>{{ texts.since(at(session.created_at)) }}</b>
              @if (session.current) {
                <span class="tag">{{ texts.current }}</span>
              }
              <p class="quiet">{{ texts.until(at(session.expires_at)) }}</p>
            </div>
            @if (!session.current) {
              <button
                type="button"
                class="chip"
                [attr.aria-label]="texts.endLabel(at(session.created_at))"
                [disabled]="isEnding()"
                (click)="end([session])"
              >
                {{ texts.end }}
              </button>
            }
          </li>
        }
      </ul>
      @if (others().length > 0) {
        <button type="button" class="button" [disabled]="isEnding()" (click)="end(others())">
          {{ texts.endOthers }}
        </button>
      } @else {
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
    .bone {
      height: 96px;
    }
  `,
  styleUrl: '../ui/dialog/dialog.css',
})
export class SessionsDialog {
  private readonly http = inject(HttpClient);
  private readonly formats = inject(Formats);
  protected readonly texts = SHELL.sessions;

  protected readonly sessions = httpResource<SessionInfoPage>(() => SESSIONS_URL);
  protected readonly others = computed(() =>
    this.sessions.hasValue() ? this.sessions.value().items.filter(({ current }) => !current) : [],
  );
  protected readonly isEnding = signal(false);
  private readonly refused = signal<ShownProblem | null>(null);
  protected readonly problem = computed(
    () => this.refused() ?? (this.sessions.error() ? problemOf(this.sessions.error()) : null),
  );

  protected at(instant: string): string {
    return `${this.formats.dayAt(instant)}, ${this.formats.timeOf(instant)}`;
  }

  protected async end(sessions: readonly SessionInfo[]): Promise<void> {
    this.isEnding.set(true);
    try {
      for (const { id } of sessions) await firstValueFrom(this.http.delete(sessionUrl(id)));
    } catch (error) {
      this.refused.set(problemOf(error));
    } finally {
      this.isEnding.set(false);
      this.sessions.reload();
    }
  }

  protected retry(): void {
    this.refused.set(null);
    this.sessions.reload();
  }
}
