export const TOAST = {
  region: 'Messages',
  close: 'Close this message',
  undo: 'Undo',
  undoing: 'Undoing…',
  undone: 'Undone.',
  notUndone: (why: string) => `This was not undone. ${why}`,
  offlinePart:
    'You are offline: this part of the page is not loaded yet. Try again when the connection is back.',
  missingPart:
    'This part of the page could not be loaded. The product may have been updated since this tab was opened: reload the page.',
} as const;
