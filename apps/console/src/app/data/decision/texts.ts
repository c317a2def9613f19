import type { HoldReason } from '@app/contracts';

/** What to do about each reason. */
const ADVICE: Record<HoldReason['code'], string> = {
  removes_deals:
    'If the file is complete and these deals are gone, publish it. Otherwise export the whole sheet and upload that.',
  no_deal_in_common: 'If this is the sheet of another view, discard it and upload it there.',
  column_lost:
    'Without the column, every deal loses its value there. If it only has another name now, say so under “As it was read”; if it is gone, put it back, unless it was removed on purpose.',
  column_missing: 'Check the names in the first line of the sheet: the numbers need these columns.',
  stages_unknown:
    'If another column holds the stage, say which under “As it was read”. Otherwise write the stages of the sheet as they are called here, or publish: these deals then stand under another stage.',
  quote_not_closed:
    'Correct that cell in the sheet and upload it again, or publish: the quote is then read as a character.',
  quoted_rows: 'Check where the quote closes: rows inside it are read as the text of one cell.',
  open_pipe_changed: 'Compare the amounts of some open deals with the sheet, and check that it is whole.',
  closed_arr_changed: 'Compare the ARR of some closed deals with the sheet, and check that it is whole.',
  separators_turned:
    'Check an amount with three digits after its point or comma: write the column in one way throughout.',
  column_turned:
    'Check a date with a day up to 12: if it is wrong, say under As it was read how the dates are written.',
  dates_unreadable: 'The findings name the cells. Correct them in the sheet, and upload it again.',
  amounts_unreadable: 'The findings name the cells. Correct them in the sheet, and upload it again.',
  data_moved: 'Somebody else imported data in the meantime: decide on what you see now.',
};

export const DECISION = {
  held: 'Not published yet: check this first',
  preview: 'Preview: nothing has changed yet',
  doubtfulPreview: 'Preview: nothing has changed yet. Check this first',
  back: (revision: string) => `Back to revision ${revision}: nothing has changed yet`,
  uploaded: (file: string, who: string, at: string) => `${file}, brought in by ${who}, ${at}.`,
  askedBack: (who: string, at: string) => `Asked for by ${who}, ${at}.`,
  advice: ADVICE,
  by: (who: string, at: string) => `${who}, ${at}`,
  superseded: (file: string, at: string) =>
    `${file} of ${at} was waiting, too, and was discarded automatically: at most three uploads of one person wait at a time.`,
  publishAnyway: 'Publish anyway',
  publish: 'Publish',
  discard: 'Discard the upload',
  discardSheet: 'Discard this sheet',
  goBack: 'Go back',
  stay: 'Leave the data as it is',
  discardPreview: 'Discard the preview',
  /** What publishing, or going back, does; nothing is said of kinds of changes that there are none of. */
  effect: {
    sentence: (changes: string, after: string) =>
      `Publishing ${changes}${after}. Discarding keeps the data as it is.`,
    backSentence: (changes: string, after: string) => `Going back ${changes}${after}.`,
    nothing: 'changes no deal',
    added: (count: string) => `adds ${count}`,
    changed: (count: string) => `changes ${count}`,
    removed: (count: string) => `removes ${count}`,
    after: (deals: string) => `; the view then has ${deals}`,
  },
  /** For those who may not decide. */
  mayDecide: (who: string) =>
    `${who} brought it in. Nothing changes until somebody who may upload to this view decides.`,
  uploadersDecide: 'Nothing changes until somebody who may upload to this view decides.',
} as const;
