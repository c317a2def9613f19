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
    noneChosen: 'No deal of this list matches what is chosen here.',
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
  noMatch: {
    title: (filters: string, view: string) => `No deals for ${filters} in ${view}`,
    missing: (names: readonly string[], field: string) =>
      `No deal of this view has ${names.map((name) => `“${name}”`).join(' or ')} as ${field}.`,
    mistyped: 'The name may be mistyped, or belong to another view.',
    together: 'No deal of this view matches all of these filters.',
    alone: 'No deal of this view matches this filter.',
    show: (person: string) => `Show ${person}`,
    clear: (field: string) => `Clear the filter by ${field}`,
    clearAll: 'Clear all filters',
    otherPerson: 'Choose somebody else',
  },
} as const;
