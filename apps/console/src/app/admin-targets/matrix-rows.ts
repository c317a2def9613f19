import type { Targets, View } from '@app/contracts';
import {
  type TargetSet,
  isSampleOrigin,
  resolveMasterTargets,
  resolveTargets,
  revenueTargetOver,
} from '@app/domain/targets';
import { type Period, yearOf } from '@app/domain/period';
import { type Edits, changesOf, withChanges } from './edits';
import { GROUPS, type GroupId, fieldsOfYear } from './fields';
import { conflictsOf } from './merge';
import { type FormState, type TargetRow, rowOfKey, rowsOfYear } from './rows';

/** A view of the matrix with its targets and what is typed. */
export interface MatrixView {
  readonly view: View;
  readonly targets: Targets;
  readonly edits: Edits;
}

/** What the columns are read for: the months of a year, or every other target. */
export type MatrixKind = 'months' | 'metrics';

/** A target with its value in each view. */
interface MatrixRow {
  /** Id of its field. */
  readonly id: string;
  /** In the order of the views. */
  readonly cells: readonly TargetRow[];
}

/** Rows under a heading; null where they need none. */
export interface MatrixSection {
  readonly group: GroupId | null;
  readonly rows: readonly MatrixRow[];
}

/**
 * The rows of the matrix. What a master adds up holds with the unsaved edits of its views.
 *
 * @param year of which the months are
 * @param period that the numbers beside a target are about
 */
export function matrixSections(
  kind: MatrixKind,
  year: string,
  views: readonly MatrixView[],
  period: Period,
): MatrixSection[] {
  const columns = views.map((each) => ({ state: stateOf(each), targets: draftOf(each, views) }));
  if (kind === 'months') {
    const months = columns.map(({ state, targets }) => rowsOfYear(year, state, targets, period));
    const rows = fieldsOfYear(year).map(({ id }, at) => ({
      id,
      cells: months.flatMap((of) => of[at] ?? []),
    }));
    return [{ group: null, rows }];
  }
  return GROUPS.map(({ id: group, keys }) => ({
    group,
    rows: keys.map((key) => ({
      id: key,
      cells: columns.map(({ state, targets }) => rowOfKey(key, state, targets, period)),
    })),
  }));
}

/** What the months of a year add up to in each view, with unsaved edits; null without a target. Currency. */
export const yearTotals = (views: readonly MatrixView[], firstDay: number): (number | null)[] =>
  views.map((each) => revenueTargetOver(draftOf(each, views), yearOf(firstDay)));

/** The targets that would hold in a view with all edits saved. */
function draftOf({ view, targets, edits }: MatrixView, views: readonly MatrixView[]): TargetSet {
  const draft = withChanges(targets.raw, changesOf(edits, targets.raw));
  if (!view.is_master) return resolveTargets(draft);
  const parts = views.filter(
    ({ view: { id, is_master } }) => !is_master && view.aggregates_from.includes(id),
  );
  return resolveMasterTargets(
    draft,
    parts.map((part) => draftOf(part, views)),
  );
}

function stateOf({ targets, edits }: MatrixView): FormState {
  const sample = Object.entries(targets.resolved).filter(([, { origin }]) => isSampleOrigin(origin));
  return {
    stored: targets.raw,
    draft: withChanges(targets.raw, changesOf(edits, targets.raw)),
    viewsSum: targets.views_sum,
    sample: new Set(sample.map(([id]) => id)),
    edits,
    conflicts: conflictsOf(edits, targets.raw),
    refused: {},
  };
}
