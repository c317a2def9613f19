import { DEDUPE_RULES, type DedupeRule, type SampleTarget } from '@app/domain';
import { dateOf, firstOfEach, newestFirst } from '../database/newest-document.js';
import { assignCollections } from './assign-collections.js';
import type { StoredView } from './stored-view.js';
import { whereaboutsOf } from './view-move.js';
import { toReading } from './view-reading.js';
import type { ViewDocument } from './view.schema.js';

const MASTER = 'Master';

/**
 * What other software stored, read as views: of two with one id or one name the newest counts; oldest view first.
 *
 * @param dbName database that they were read from
 */
export function toStoredViews(documents: readonly Partial<ViewDocument>[], dbName: string): StoredView[] {
  const named = newestFirst(documents.filter(isNamed));
  const distinct = firstOfEach(
    firstOfEach(named, ({ id }) => id),
    ({ name }) => name,
  );
  const collections = assignCollections(distinct.toReversed().map(asOwner), dbName);
  return distinct
    .toReversed()
    .map((document) => toStoredView(document, collections.get(document.id) ?? null));
}

type NamedDocument = Partial<ViewDocument> & Pick<ViewDocument, 'id' | 'name'>;

const isNamed = (document: Partial<ViewDocument>): document is NamedDocument =>
  typeof document.id === 'string' &&
  document.id !== '' &&
  typeof document.name === 'string' &&
  document.name !== '';

const asOwner = (document: NamedDocument) => ({
  id: document.id,
  name: document.name,
  collection: textOf(document.collection),
  isMaster: isMaster(document),
});

function toStoredView(document: NamedDocument, collection: string | null): StoredView {
  return {
    id: document.id,
    name: document.name,
    isMaster: isMaster(document),
    isDefault: document.is_default === true,
    sheetUrl: textOf(document.sheet_url),
    sheetName: textOf(document.sheet_name),
    dedupe: dedupeOf(document.dedupe),
    reading: toReading(document.reading, document.column_mapping),
    assignedUser: textOf(document.assigned_user),
    aggregatesFrom: textsOf(document.aggregates_from),
    targets: recordOf(document.targets),
    targetsRevision: revisionOf(document),
    sampleTargets: sampleTargetsOf(document),
    collection,
    moving: whereaboutsOf(document.move),
    createdAt: dateOf(document.created_at),
  };
}

/**
 * Flagged master and default at once, a view is no master unless it is named Master or names what it adds up. A view
 * named Master without the flag is one: optional fields may be absent.
 */
function isMaster({ name, is_master, is_default, aggregates_from }: NamedDocument): boolean {
  if (is_master === undefined || is_master === null) return name === MASTER;
  if (!is_master) return false;
  return !is_default || name === MASTER || textsOf(aggregates_from).length > 0;
}

/** Revision of the targets; 0 where the product never wrote any. */
export const revisionOf = ({ targets_revision: stored }: Partial<ViewDocument>): number =>
  Number.isSafeInteger(stored) ? Number(stored) : 0;

/** Marks of sample targets; null where there never were any. */
export function sampleTargetsOf({ sample_targets: stored }: Partial<ViewDocument>): SampleTarget[] | null {
  if (!Array.isArray(stored)) return null;
  return stored.map(recordOf).flatMap(({ key, value }) => (typeof key === 'string' ? [{ key, value }] : []));
}

const dedupeOf = (value: unknown): DedupeRule =>
  DEDUPE_RULES.find((rule) => rule === value) ?? 'client_stage';

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.filter((item): item is string => typeof item === 'string'))] : [];

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
