import { changedFields, DEAL_FIELDS, type DealDifference } from '@app/domain';
import { createHash } from 'node:crypto';

/** What a run showed to the person who decides on it, kept beside its report. */
export interface Shown {
  /** Of the whole difference to the data. */
  readonly digest: string;
  /** Revision of the data that the file was compared with. */
  readonly revision: number;
}

/** A digest that two differences share only when they do the same to every deal. */
export function digestOf({ added, changed, removed }: DealDifference): string {
  const hash = createHash('sha256');
  const take = (kind: string, entry: unknown): void => void hash.update(`${kind}${JSON.stringify(entry)}\n`);
  for (const deal of added) take('+', [deal.id, ...DEAL_FIELDS.map((field) => deal[field])]);
  for (const change of changed)
    take('~', [
      change.after.id,
      ...changedFields(change).flatMap(({ field, before, after }) => [field, before, after]),
    ]);
  for (const { id } of removed) take('-', id);
  return hash.digest('base64');
}

/**
 * Whether what somebody saw before they said to publish is not what would be published now. Where nothing is there,
 * an equal difference says that nothing was there then.
 *
 * @param shown null for runs of versions that did not keep it
 * @param now what is live: how many deals, and their revision
 */
export function hasMoved(
  shown: Shown | null,
  difference: DealDifference,
  now: { readonly live: number; readonly revision: number },
): boolean {
  return shown?.digest !== digestOf(difference) || (now.live > 0 && shown.revision !== now.revision);
}

/**
 * Ids for the new deals of a run, by the row they stand in: a preview shows the ids under which the same run publishes.
 * Runs have random ids, which leave their last 48 bits to the rows.
 */
export function dealIds(runId: string): (row: { readonly row: number }) => string {
  const base = runId.slice(0, -ROW_DIGITS);
  const first = Number.parseInt(runId.slice(-ROW_DIGITS), 16);
  return ({ row }) => `${base}${((first + row) % ROWS).toString(16).padStart(ROW_DIGITS, '0')}`;
}

const ROW_DIGITS = 12;
const ROWS = 2 ** 48;
