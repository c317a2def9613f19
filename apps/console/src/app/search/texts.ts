export const SEARCH = {
  label: 'Search',
  placeholder: (view: string) => `Search clients of ${view}, pages and views`,
  groups: { deal: 'Clients', card: 'On the board', page: 'Pages', view: 'Views' },
  boards: { projections: 'Closing projections', pipeline: 'Deal pipeline' },
  at: (board: string, place: string) => (place === '' ? board : `${board} · ${place}`),
  hiddenCard: 'hidden',
  found: (shown: string, total: string) => `${shown} of ${total}`,
  none: (words: string) => `No client, page or view is called “${words}”.`,
  reading: 'Searching…',
  results: (count: number) => `${count} ${count === 1 ? 'result' : 'results'}`,
  keys: { move: 'move', open: 'open', close: 'close' },
} as const;
