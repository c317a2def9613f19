import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import type { BoardVersion, BoardVersionPage } from '@app/contracts';
import { Formats } from '../ui/base/formats';
import { latestOf } from '../ui/base/latest';
import { TEXTS } from '../ui/base/texts';
import { ProblemNotice } from '../ui/problem-notice';
import { BoardSaves } from './board-saves';
import { BoardStore } from './board-store';
import { PanelHead } from './panel-head';
import { BOARD_PANELS } from './texts';
import { versionWords } from './version-words';
import { WholeBoard } from './whole-board';

/** The states that the board had, each to be gone back to. */
@Component({
  selector: 'app-versions-panel',
  imports: [PanelHead, ProblemNotice, WholeBoard],
  template: `
    <app-panel-head [heading]="texts.heading" [hint]="store.unsaved() > 0 ? texts.unsaved : ''" />
    @if (store.canChange()) {
      <app-whole-board />
    }
    @if (answer.problem(); as problem) {
      <app-problem-notice [problem]="problem" (retry)="answer.reload()" />
    } @else if (answer.data(); as page) {
      @if (page.items.length === 0) {
        <p class="quiet">{{ texts.none }}</p>
      }
      <ul>
        @for (version of page.items; track version.id) {
          <li [class.current]="$first" [attr.aria-current]="$first ? 'true' : null">
            <b class="num">{{ timeOf(version, page.items) }}</b>
            <span>{{ kindOf(version, page.items) }}</span>
            <span class="quiet">{{ changesOf(version) }}</span>
            @if (version.note) {
              <span>{{ version.note }}</span>
            }
            @if ($first) {
              <span class="link status good">{{ texts.now }}</span>
            } @else if (store.canChange()) {
              <button
                type="button"
                class="link"
                [disabled]="store.unsaved() > 0 || store.isSaving()"
                [attr.aria-label]="texts.restoreOf(timeOf(version, page.items))"
                (click)="restore(version, page.items)"
              >
                {{ texts.restore }}
              </button>
            }
          </li>
        }
      </ul>
    } @else {
      <p class="quiet" role="status">{{ loading }}</p>
    }
  `,
  styleUrl: './panel.css',
  styles: `
    b {
      min-width: 104px;
    }
    .link:disabled {
      color: var(--ink-3);
      text-decoration: none;
    }
  `,
})
export class VersionsPanel {
  protected readonly formats = inject(Formats);
  protected readonly store = inject(BoardStore);
  private readonly saves = inject(BoardSaves);
  protected readonly texts = BOARD_PANELS.versions;
  protected readonly loading = TEXTS.loading;

  protected readonly answer = latestOf(
    httpResource<BoardVersionPage>(() => {
      const at = this.store.versionsAt();
      return at === null ? undefined : at.url;
    }),
    computed(() => this.store.versionsAt()?.url),
  );

  /** To the second where several are of the same minute. */
  protected timeOf({ id, saved_at }: BoardVersion, all: readonly BoardVersion[]): string {
    const at = this.formats.at(saved_at);
    const isAlone = !all.some((other) => other.id !== id && this.formats.at(other.saved_at) === at);
    return isAlone ? at : this.formats.secondOf(saved_at);
  }

  /** What made a version, and who where that may be somebody else. */
  protected kindOf({ kind, saved_by, restored_version }: BoardVersion, all: readonly BoardVersion[]): string {
    const restored = all.find(({ id }) => id === restored_version);
    const made = restored ? this.texts.restored(this.timeOf(restored, all)) : this.texts.kinds[kind];
    const isOwn = saved_by === null || this.store.shows() === 'mine';
    return isOwn ? made : `${made} ${this.texts.by(saved_by)}`;
  }

  protected changesOf(version: BoardVersion): string {
    return versionWords(version, this.formats);
  }

  protected async restore(version: BoardVersion, all: readonly BoardVersion[]): Promise<void> {
    if (await this.saves.restore(version.id, this.timeOf(version, all))) this.answer.reload();
  }
}
