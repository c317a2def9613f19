/** What a stage means for a pipeline; `other` is a stage nobody declared. */
export type StageCategory = 'open' | 'won' | 'stalled' | 'lost' | 'not_relevant' | 'other';

/**
 * What several stages have in common beside their category. `before_poa`: no second meeting was agreed.
 * `after_intro`: the first meeting took place, unless the deal says otherwise. `active`: worked on after the first
 * meeting. `reached_poa`: a second meeting was agreed, whatever became of the deal. `awaits_poa`: agreed, and still
 * open. `to_recontact`: asleep, but may be revived.
 */
export type StageGroup =
  'before_poa' | 'after_intro' | 'active' | 'reached_poa' | 'awaits_poa' | 'to_recontact';

/**
 * The stages from inbox to closed, then those that left the pipeline: what each means, and how else it is written.
 *
 * @see docs/domain.md, section 2
 */
export const STAGE_TABLE = [
  { stage: 'F Inbox', category: 'open', groups: ['before_poa'], spellings: ['Inbox'] },
  {
    stage: 'E Intro attended',
    category: 'open',
    groups: ['before_poa', 'after_intro', 'active'],
    spellings: ['Intro attended'],
  },
  {
    stage: 'D POA Booked',
    category: 'open',
    groups: ['after_intro', 'active', 'reached_poa', 'awaits_poa'],
    spellings: ['POA Booked'],
  },
  {
    stage: 'C Proposal sent',
    category: 'open',
    groups: ['after_intro', 'active', 'reached_poa', 'awaits_poa'],
    spellings: ['Proposal sent'],
  },
  {
    stage: 'B Legals',
    category: 'open',
    groups: ['after_intro', 'active', 'reached_poa', 'awaits_poa'],
    spellings: ['Legal', 'Legals'],
  },
  {
    stage: 'A Closed',
    category: 'won',
    groups: ['after_intro', 'reached_poa'],
    spellings: ['Closed Won', 'Won', 'Signed', 'Closed'],
  },
  { stage: 'G Stalled', category: 'stalled', groups: ['to_recontact'], spellings: ['Stalled'] },
  {
    stage: 'H Lost - can be revived',
    category: 'lost',
    groups: ['reached_poa', 'to_recontact'],
    spellings: [],
  },
  { stage: 'Lost', category: 'lost', groups: ['reached_poa'], spellings: ['I Lost', 'Closed Lost'] },
  { stage: 'Not Relevant', category: 'not_relevant', groups: [], spellings: ['H not relevant'] },
] as const satisfies readonly {
  readonly stage: string;
  readonly category: StageCategory;
  readonly groups: readonly StageGroup[];
  readonly spellings: readonly string[];
}[];

/** A canonical stage. */
export type Stage = (typeof STAGE_TABLE)[number]['stage'];

const CATEGORIES = new Map<string, StageCategory>(
  STAGE_TABLE.map(({ stage, category }) => [stage, category]),
);

/**
 * The category of a normalised stage; null for the empty one, which has none.
 *
 * @see docs/domain.md, section 2
 */
export function stageCategory(stage: string): StageCategory | null {
  return stage === '' ? null : (CATEGORIES.get(stage) ?? 'other');
}

/** The stages of a group, in their order. */
export function stagesIn(group: StageGroup): readonly Stage[] {
  return STAGE_TABLE.filter(({ groups }: { readonly groups: readonly StageGroup[] }) =>
    groups.includes(group),
  ).map(({ stage }) => stage);
}
