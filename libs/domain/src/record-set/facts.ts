import type { Deal } from '../deal/deal.js';
import { isAttended, sourceGroup, type SourceGroup } from '../normalise/categories.js';
import { stageCategory, type StageCategory } from '../normalise/stages.js';
import { DEAL_TYPES, RELEVANCES, SHOW_NOSHOW, SOURCES, STAGES } from '../normalise/vocabularies.js';
import type { Vocabulary } from '../normalise/vocabulary.js';

/** What an unknown value of a classified field is called in groups and filters. */
export const OTHER = 'other';

/**
 * What the catalogue's predicates know of a record. Records with the same facts form a class: a predicate is asked
 * once for each class, not for each record.
 *
 * Classified fields hold their canonical value, {@link OTHER} for an unknown one, null (stage: `""`) for none.
 */
export interface Facts {
  readonly stage: string;
  readonly category: StageCategory | null;
  readonly show: string | null;
  readonly relevance: string | null;
  readonly type: string | null;
  readonly source: string | null;
  readonly group: SourceGroup;
  readonly attended: boolean;
  /** Pipe above 0. */
  readonly hasPipe: boolean;
  /** ARR above 0. */
  readonly hasArr: boolean;
}

/** The classified fields in the order in which they are packed into one number. */
const PACKED = [STAGES, SHOW_NOSHOW, RELEVANCES, DEAL_TYPES, SOURCES].map((vocabulary) =>
  codesOf(vocabulary),
);

/**
 * A number that deals with the same {@link Facts} share, and no others.
 *
 * @see factsOf
 */
export function packFacts(deal: Omit<Deal, 'id'>): number {
  const texts = [deal.stage, deal.show_noshow, deal.relevance, deal.type_of_deal, deal.type_of_source];
  let packed = (deal.pipeline ?? 0) > 0 ? 1 : 0;
  packed = packed * 2 + ((deal.expected_arr ?? 0) > 0 ? 1 : 0);
  for (let at = 0; at < PACKED.length; at++) {
    const field = PACKED[at];
    if (field) packed = packed * field.size + field.codeOf(texts[at] ?? '');
  }
  return packed;
}

/** The facts that {@link packFacts} packed. */
export function factsOf(packed: number): Facts {
  const texts: string[] = [];
  let rest = packed;
  for (const field of [...PACKED].reverse()) {
    texts.unshift(field.textOf(rest % field.size));
    rest = Math.floor(rest / field.size);
  }
  const [stage = '', show = '', relevance = '', type = '', source = ''] = texts;
  return {
    stage,
    category: stageCategory(stage),
    show: show || null,
    relevance: relevance || null,
    type: type || null,
    source: source || null,
    group: sourceGroup(source),
    attended: isAttended({ stage, show_noshow: show || null }),
    hasArr: rest % 2 === 1,
    hasPipe: rest >= 2,
  };
}

interface Codes {
  /** Number of codes. */
  readonly size: number;
  codeOf(text: string): number;
  textOf(code: number): string;
}

/** Codes of a vocabulary: 0 nothing, then its values in their order, last every unknown text. */
function codesOf({ values }: Vocabulary): Codes {
  const texts = ['', ...values, OTHER];
  const codes = new Map(texts.slice(0, -1).map((text, code) => [text, code]));
  return {
    size: texts.length,
    codeOf: (text) => codes.get(text) ?? texts.length - 1,
    textOf: (code) => texts[code] ?? OTHER,
  };
}
