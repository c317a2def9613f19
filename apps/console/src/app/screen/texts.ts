export const SCREEN = {
  reading: 'Reading the numbers',
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
    title: 'No deal in this view yet',
    uploader: 'Upload the sales sheet of this view: a minute later its numbers stand here.',
    master: 'Master adds up the other views. As soon as one of them has data, its numbers stand here.',
    reader: 'Nobody has uploaded the sheet of this view. Ask somebody who may upload, or a super admin.',
    act: 'Go to the data page',
  },
} as const;
