export const SCREEN = {
  reading: 'Loading the numbers',
  filters: {
    relevance: 'Relevance',
    stage: 'Stage',
    source: 'Source',
    owner: 'AE',
    bdr: 'BDR',
    notAssessed: 'Not assessed',
    noStage: 'No stage',
  },
  records: {
    anyOf: (label: string) => `${label}: any`,
    filterBy: (label: string, list: string) => `${label}, filter of ${list}`,
    all: (deals: string) => `All ${deals}, with definition and breakdown`,
  },
  empty: {
    title: 'No deals in this view yet',
    uploader: 'Upload the sales sheet of this view, and its numbers appear here a minute later.',
    master: 'Master is the sum of the other views. Numbers appear here as soon as one of them has data.',
    reader:
      'Nobody has uploaded the sheet of this view yet. Ask a super admin, or somebody with upload access.',
    act: 'Go to the data page',
  },
} as const;
