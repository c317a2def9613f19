import { isSampleOrigin } from '../../targets/sample-targets.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { Question } from '../model/question.js';
import { type MetricId, metricOf } from '../catalogue/catalogue.js';
import { targetsUnder } from '../values/metric-values.js';
import { type OwnTargets, withOwnTarget } from '../values/own-targets.js';
import type { NumberNote } from './notes.js';
import { targetOriginOf } from './target-origin.js';

type Notes = Readonly<Record<string, NumberNote[]>>;

/**
 * Metrics whose target, or a part of it, came with the sample.
 *
 * @param own targets that some are compared with instead of the catalogue's own
 * @see docs/domain.md, section 6
 */
export function sampleTargeted(
  ids: readonly MetricId[],
  question: Question,
  targets: TargetSet | null,
  own: OwnTargets = {},
): MetricId[] {
  const holding = targetsUnder(question, targets);
  return ids.filter((id) =>
    isSampleOrigin(targetOriginOf(withOwnTarget(metricOf(id), own), question, holding)?.origin ?? null),
  );
}

/** Notes that also say of some numbers that their target, or a part of it, came with the sample. */
export function withSampleTargets(notes: Notes, ids: readonly string[]): Record<string, NumberNote[]> {
  const note: NumberNote = { kind: 'sample_target', deals: null, pipe: null };
  const marked = ids.map((id): [string, NumberNote[]] => [id, [...(notes[id] ?? []), note]]);
  return { ...notes, ...Object.fromEntries(marked) };
}

/** Notes without those on the sample's targets: where all data is the sample, they are no news. */
export function withoutSampleTargets(notes: Notes): Record<string, NumberNote[]> {
  const left = Object.entries(notes).map(
    ([id, found]) => [id, found.filter(({ kind }) => kind !== 'sample_target')] as const,
  );
  return Object.fromEntries(left.filter(([, found]) => found.length > 0));
}
