/** What is printed in place of what a screen draws: tables, whose headings stand on each of their pages. */
export interface Paper {
  /** Empty where the page says it above. */
  readonly title: string;
  /** Whose it is, what it is about and what a reader must know, a line each. */
  readonly lines: readonly string[];
  readonly tables: readonly PaperTable[];
}

export interface PaperTable {
  /** Empty where the page says it above. */
  readonly heading: string;
  /** What the rows come to, beside the heading. */
  readonly aside: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** The last line, where there is one. */
  readonly totals?: readonly PaperCell[];
  /** Said where there is no row. */
  readonly empty?: string;
}

export interface PaperColumn {
  readonly label: string;
  /** How its cells are set; texts that are broken between words without it. */
  readonly kind?: CellKind;
}

/** Numbers stand at the right; words are short and stay whole; long texts are broken wherever they do not fit. */
type CellKind = 'number' | 'word' | 'long';

/** A text, or its parts. */
export type PaperCell = string | readonly PaperPart[];

/** A part of a text, which may be the one to look at. */
export interface PaperPart {
  readonly text: string;
  readonly isStrong?: boolean;
}
