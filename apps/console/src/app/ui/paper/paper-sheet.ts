import { Component, computed, input } from '@angular/core';
import type { Paper, PaperCell, PaperPart } from './paper';

/**
 * A paper: drawn on sheets alone, a screen shows nothing of it. With the class `printed` nothing else of the page is
 * printed (styles/print.css).
 */
@Component({
  selector: 'app-paper-sheet',
  templateUrl: './paper-sheet.html',
  styleUrl: './paper-sheet.css',
})
export class PaperSheet {
  readonly paper = input.required<Paper>();

  /** Each cell in its parts. */
  protected readonly tables = computed(() =>
    this.paper().tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => row.map(partsOf)),
      totals: table.totals?.map(partsOf),
    })),
  );
}

const partsOf = (cell: PaperCell): readonly PaperPart[] =>
  typeof cell === 'string' ? [{ text: cell }] : cell;
