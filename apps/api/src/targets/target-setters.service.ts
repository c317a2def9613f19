import { Injectable } from '@nestjs/common';
import { sameStored, storedAt } from '@app/domain';
import type { StoredView } from '../views/stored-view.js';
import type { TargetChangeDocument } from './target-change-document.js';
import { TargetChangesRepository } from './target-changes.repository.js';

/** Who set a target here, and when. */
export interface TargetSetter {
  set_by: string | null;
  set_at: string | null;
}

interface KeySetter {
  readonly by: string;
  readonly at: Date;
  readonly value: unknown;
}

interface Known {
  readonly revision: number;
  readonly setters: ReadonlyMap<string, KeySetter>;
}

const NOBODY: TargetSetter = { set_by: null, set_at: null };

/** Who set the stored keys of a view, from the history of its targets. */
@Injectable()
export class TargetSettersService {
  private readonly known = new Map<string, Known>();

  constructor(private readonly changes: TargetChangesRepository) {}

  /** Finds the setter of an origin such as `intro_poa.poa` or `revenue_2025 + revenue_2026`. */
  async of(view: StoredView): Promise<(origin: string | null) => TargetSetter> {
    const setters = await this.settersOf(view);
    return (origin) => newest(settersBehind(origin, view, setters));
  }

  /** Only the changes that are new are read. */
  private async settersOf({ id, targetsRevision }: StoredView): Promise<Known['setters']> {
    const known = this.known.get(id) ?? { revision: 0, setters: new Map() };
    if (known.revision >= targetsRevision) return known.setters;
    const changes = await this.changes.since(id, known.revision);
    const setters = new Map([...known.setters, ...changes.toReversed().flatMap(entriesOf)]);
    this.known.set(id, { revision: targetsRevision, setters });
    return setters;
  }
}

const entriesOf = ({ by, at, keys }: TargetChangeDocument) =>
  // Bringing back a target of the sample is not setting it.
  keys.map(({ key, after, is_sample }) => [key, { by, at, value: is_sample ? undefined : after }] as const);

/** Only those who set what is stored now: other software may have written since. */
function settersBehind(
  origin: string | null,
  { targets }: StoredView,
  setters: Known['setters'],
): KeySetter[] {
  const parts = (origin ?? '').split(' + ');
  const isMeant = (key: string) => parts.some((part) => key === part || key.startsWith(`${part}.`));
  return [...setters].flatMap(([key, setter]) =>
    isMeant(key) && setter.value !== undefined && sameStored(storedAt(targets, key), setter.value)
      ? [setter]
      : [],
  );
}

function newest(setters: readonly KeySetter[]): TargetSetter {
  const [last] = setters.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return last ? { set_by: last.by, set_at: last.at.toISOString() } : NOBODY;
}
