import type { Formats } from '../base/formats';
import { PAPER_LISTS } from './texts';

/** Rows that paper takes of a list: a dozen sheets among others of its page, a good fifty by itself. */
export const MOST_ON_PAPER = { amongOthers: 500, alone: 2_000 } as const;

/** What is said of a list of which paper has so many rows: nothing where that is all of it. */
export const saidOfCut = (shown: number, total: number, formats: Formats): string =>
  shown < total ? PAPER_LISTS.firstOf(formats.count(shown), formats.count(total)) : '';
