export const GENERATION = {
  heading: 'Meetings generation',
  numbers: 'Meetings and where they came from',
  total: 'Meetings',
  months: { heading: 'Month by month', aside: 'by source', total: 'All meetings' },
  sources: 'Source distribution',
  relevance: {
    heading: 'Relevance',
    rate: 'Relevance rate',
    ofAll: 'of all meetings are relevant',
    none: 'No meeting in this period.',
    relevant: 'Relevant',
    questionMark: 'Question mark',
    notRelevant: 'Not relevant',
    notAssessed: 'Not assessed',
  },
  pipeline: { heading: 'Deal pipeline', aside: 'open deals, whatever their date' },
  meetings: 'Meeting details',
  bdrs: {
    heading: 'BDR performance',
    aside: 'against the goal of the period',
    none: 'No meeting in this period.',
  },
} as const;
