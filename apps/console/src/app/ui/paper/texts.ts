/** Words of lists on paper. */
export const PAPER_LISTS = {
  firstOf: (shown: string, total: string) => `The first ${shown} of ${total}: the export has all of them.`,
  first: (shown: string, total: string) => `The first ${shown} of ${total}.`,
} as const;
