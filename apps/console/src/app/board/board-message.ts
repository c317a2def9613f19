import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { BoardDraft } from './board-draft';
import { BoardStore } from './board-store';

/** What can be done about a message beside it: taking the step back, or going to where the data comes from. */
type MessageStep = 'undo' | 'data';

interface Telling {
  /** Whose step it is about; that of the board that is shown without it. */
  readonly draft?: BoardDraft | null;
  readonly step?: MessageStep;
  /** Whether it was not asked for: it waits until what is being read aloud is over. */
  readonly isNews?: boolean;
  /** It holds until then, if nothing is done before. */
  readonly until?: () => boolean;
}

/** A message beside a board. */
export interface Message {
  /** The how manieth it is. */
  readonly at: number;
  readonly words: string;
  readonly step: MessageStep | null;
}

interface Told extends Message {
  readonly draft: BoardDraft | null;
  /** How many steps the draft had then. */
  readonly steps: number;
  readonly until: () => boolean;
}

/**
 * The one way in which boards say something: what was done last and what came of it. It is said beside the board until
 * something else is done, and told to those who do not see it.
 */
@Injectable()
export class BoardMessage {
  private readonly store = inject(BoardStore);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly told = signal<Told | null>(null);
  private count = 0;

  /** Whether a card is dragged: where a finger works, what is told would lie over the place that gives the drag up. */
  readonly isDragged = signal(false);

  readonly shown = computed((): Message | null => {
    const [told, draft] = [this.told(), this.store.current()];
    if (told?.draft !== draft || told.steps !== draft?.history.steps()) return null;
    return told.until() ? null : told;
  });

  tell(words: string, { draft = this.store.current(), step, isNews = false, until }: Telling = {}): void {
    this.told.set({
      at: ++this.count,
      words,
      step: step ?? null,
      draft,
      steps: draft?.history.steps() ?? 0,
      until: until ?? (() => false),
    });
    void this.announcer.announce(words, isNews ? 'polite' : 'assertive');
  }

  dismiss(): void {
    this.told.set(null);
  }
}
