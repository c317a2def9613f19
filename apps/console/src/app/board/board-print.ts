import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import type { Paper } from '../ui/paper/paper';
import type { FileContent } from './board-files';

/** What of a board is being printed. A browser takes the page as it is once it has told: nothing can be waited for. */
@Injectable()
export class BoardPrint {
  private readonly document = inject(DOCUMENT);
  private readonly asked = signal<FileContent | null>(null);
  private readonly printed = signal<Paper | null>(null);

  /** What was asked for by itself; null where the page is printed. */
  readonly alone = this.asked.asReadonly();
  /** What stands in place of the board while the browser prints. */
  readonly paper = this.printed.asReadonly();

  /** Prints a board, one of its columns or a duel by itself. */
  print(content: FileContent): void {
    this.asked.set(content);
    this.document.defaultView?.print();
  }

  /** Each page after the first repeats the title. */
  begin(paper: Paper | null): void {
    this.printed.set(paper);
    const { title = '', lines = [] } = paper ?? {};
    const repeated = [title, ...lines.slice(0, REPEATED_LINES)].join(' · ');
    this.document.documentElement.style.setProperty(TITLE, JSON.stringify(repeated));
  }

  end(): void {
    this.asked.set(null);
    this.printed.set(null);
    this.document.documentElement.style.removeProperty(TITLE);
  }
}

/** Whose it is, and what it is about. */
const REPEATED_LINES = 2;

/** The margin of a page reads it: styles/print.css. */
const TITLE = '--paper-title';
