export const UPLOAD = {
  heading: 'Import a sheet',
  drop: 'Drop a CSV or Excel file here, or choose one',
  choose: 'Choose a file',
  again: 'Choose another file',
  hint: 'Nothing is published before it was read whole. What looks wrong waits for your decision.',
  mode: 'How the sheet comes in',
  modes: {
    replace: {
      name: 'Replace',
      detail: 'The sheet is the whole truth: deals that it does not have are removed.',
    },
    merge: {
      name: 'Merge',
      detail: 'Its rows change the deals that they match, or are added; nothing is removed.',
    },
  },
  mergeNeedsRule: 'Merging needs a rule by which rows are one deal; here every row is a deal of its own.',
  preview: 'Look at the difference first.',
  previewDetail: 'You see what would change, then publish or discard it.',
  sending: 'Sending',
  sent: (sent: string, size: string) => `${sent} of ${size}`,
  rows: (count: string, isOne: boolean) => `${count} ${isOne ? 'row' : 'rows'} read`,
  left: {
    seconds: (count: string) => `about ${count} s left`,
    minutes: (count: string) => `about ${count} min left`,
  },
  refused: 'The sheet was not taken',
  mayNot: 'You can open this view, but not upload to it.',
  ask: 'Ask a super admin for upload access to this view.',
  leave: 'You can leave this page; the import continues.',
  cancel: 'Cancel the import',
} as const;
