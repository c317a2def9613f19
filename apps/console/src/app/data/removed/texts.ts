export const REMOVED = {
  heading: 'Removed deals',
  search: 'Search clients',
  searchLabel: 'Search clients of removed deals',
  notFound: (words: string) => `No removed deal has a client with “${words}” in its name.`,
  noStage: 'No stage',
  columns: {
    client: 'Client',
    view: 'View',
    stage: 'Stage',
    value: 'Value',
    at: 'Removed',
    by: 'By',
  },
  open: (client: string) => `Open ${client}`,
} as const;
