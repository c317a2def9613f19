import type { DedupeRule, RunPhase, RunStatus } from '@app/contracts';
import { TEXTS } from '../../ui/base/texts';
import type { Question, ShownStatus } from './question';

const STATUS: Record<ShownStatus, string> = {
  queued: 'Waiting',
  running: 'Under way',
  preview: 'Preview, not decided',
  held: 'Awaiting a decision',
  published: 'Published',
  unchanged: 'Unchanged',
  failed: 'Failed',
  asks: 'Needs an answer',
  cancelled: 'Cancelled',
  discarded: 'Discarded',
};

/** What is asked about a file that cannot be read before somebody says it. */
const QUESTIONS: Record<Question, string> = {
  client: 'Which column holds the client?',
  header: 'Which row has the names of the columns?',
  sheet: 'Which sheet of the workbook has the deals?',
};

const PHASE: Record<RunPhase, string> = {
  fetching: 'Fetching the sheet…',
  waiting: 'Waiting for its turn',
  waiting_for_room: 'Waiting: the disk of the server is full. Whoever runs it has to make room',
  reading: 'Reading the sheet',
  comparing: 'Comparing with the current data',
  storing: 'Storing the records',
  publishing: 'Publishing',
  building: 'Computing the numbers',
  done: 'Done',
};

const RULE: Record<DedupeRule, { name: string; detail: string }> = {
  client_stage: {
    name: 'Rows with the same client and stage',
    detail: 'The one with the latest discovery date is kept.',
  },
  link: {
    name: 'Rows with the same HubSpot link',
    detail: 'Rows without a link are all kept.',
  },
  none: { name: 'Every row', detail: 'Even where two are identical.' },
};

export const DATA = {
  heading: 'Data',
  state: {
    heading: 'Data behind the numbers',
    source: 'Source',
    rows: 'Deals',
    revision: 'Revision',
    updated: 'Last update',
    oldest: 'the oldest of its views',
    oldestIs: (view: string) => `${view}, the oldest of its views`,
    next: 'Next refresh',
    health: (isOne: boolean) => (isOne ? 'Last import' : 'Last imports'),
    went: (well: string, all: string, isOne: boolean) =>
      isOne ? (well === '1' ? 'Went through' : 'Did not go through') : `${well} of ${all} went through`,
    sheet: 'Google Sheet',
    noSheet: 'None',
    noSheetButUploads: 'None: the data comes from uploads.',
    open: 'Open the sheet',
    set: 'Set its address',
    change: 'Change',
    save: 'Save the address',
    cancel: 'Cancel',
    forget: 'Forget the address: no more refreshes',
    refresh: 'Refresh now',
    rule: 'Duplicates',
    noRule: 'None: every row is a deal',
    never: 'no data yet',
    none: 'This view has no data now: the next sheet fills it.',
    noneOfMaster: 'None of its views has data yet.',
    sources: {
      csv: 'Uploaded file',
      google_sheets: 'Google Sheet',
      rollback: 'An earlier import, brought back',
      sample: 'Came with the product',
    },
  },
  master: {
    heading: 'Master adds its views up',
    detail: 'It has no sheet of its own: upload to one of the views it reads, and Master follows.',
    none: 'You cannot open any of the views that it adds up.',
  },
  result: {
    published: (deals: string) => `Published: ${deals}`,
    merged: (changes: string, deals: string) => `Published: ${changes}${deals && `; ${deals}`}`,
    added: (count: string) => `${count} added`,
    changed: (count: string) => `${count} changed`,
    noChange: 'no deal changed',
    back: (revision: string) => `The data is back as in revision ${revision}`,
    failed: 'The import failed; the data is unchanged',
    others: {
      unchanged: 'The sheet has no changes',
      held: 'Not published yet: it waits for a decision',
      preview: 'The preview is ready; the data is unchanged',
      discarded: 'Discarded; the data is unchanged',
      cancelled: 'Cancelled; the data is unchanged',
    },
    dashboard: 'See the Dashboard',
    heading: 'Report',
    decide: 'Decide about an import',
    answer: 'Answer a question about an import',
    opening: 'Loading the report…',
    underWay: 'This import is under way.',
    missing: 'This view has no import that the address of the page names.',
    close: 'Close',
    of: (file: string) => `of ${file}`,
  },
  warning: {
    first: 'First import of this view: check what was left out',
    later: 'Some rows were merged or left out',
    merged: (rows: string, value: string, isOne: boolean) =>
      `${rows} worth ${value} ${isOne ? 'was' : 'were'} merged into another one by the rule “`,
    mergedEnd: '”.',
    row: (count: string, isOne: boolean) => `${count} ${isOne ? 'row' : 'rows'}`,
    withoutClient: (rows: string, value: string, isOne: boolean) =>
      `${rows} worth ${value} ${isOne ? 'has no client and was' : 'have no client and were'} left out.`,
    heading: 'What each rule keeps of this sheet',
    columns: { rule: 'Counts as one deal', kept: 'Deals', duplicates: 'Rows merged', value: 'Value merged' },
    mergedBy: (rows: string, value: string) => `${rows} merged, ${value}`,
    current: 'used for this run',
    use: 'Use this rule',
    ask: (rule: string, view: string) => `Make “${rule}” the rule of ${view}?`,
    effect:
      'It is the rule of the view, not of this file: it holds for everybody, at once, for every import from now on, and stays even if this import is discarded. The same file is then read again.',
    confirm: 'Change the rule',
    cancel: 'Keep the rule',
    again: 'To use another rule here, upload the file again: this page no longer has it.',
    askAdmin: 'If your team sells several deals to one client, ask a super admin to change the rule.',
  },
  history: {
    heading: 'History',
    none: 'No imports yet.',
    columns: { when: 'When', who: 'Who', what: 'What', result: 'Result', rows: 'Deals', report: 'Report' },
    open: 'Open report',
    decide: 'Decide',
    answer: 'Answer',
    readAgain: 'Correct the reading',
    back: 'Go back to this',
    undo: 'Undo',
    backTo: (revision: string) => `Back to revision ${revision}`,
    revision: (revision: string) => `revision ${revision}`,
    /** For screen readers: which run a button of a row is about. */
    of: (what: string, at: string) => `: ${what}, ${at}`,
    sampleRemoved: 'Sample removed',
    removed: 'Removed',
    itself: 'The system',
    deals: TEXTS.deals,
    madeBy: 'by',
    by: (status: RunStatus) => (status === 'cancelled' ? 'cancelled by' : 'decided by'),
    more: 'Show earlier runs',
  },
  /** Said of what was changed, wherever the reader is by then. */
  said: {
    published: (view: string, file: string) => `${view} has the data of ${file}.`,
    back: (view: string, revision: string) => `${view} has the data of revision ${revision} again.`,
    rule: (view: string, rule: string) => `The rule of ${view} is “${rule}” now.`,
    address: (view: string) => `${view} has the new address of its sheet.`,
    forgotten: (view: string) => `${view} has no sheet to refresh from any more.`,
  },
  records: { heading: 'Records', search: 'Search clients', count: (deals: string) => deals },
  status: STATUS,
  questions: QUESTIONS,
  phase: PHASE,
  rule: RULE,
} as const;
