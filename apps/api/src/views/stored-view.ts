import type { DedupeRule } from '@app/contracts';
import type { SampleTarget } from '@app/domain';
import type { Whereabouts } from './view-move.js';
import type { StoredReading } from './view-reading.js';

/** A view as the product understands it, whatever its document looks like. */
export interface StoredView {
  readonly id: string;
  readonly name: string;
  readonly isMaster: boolean;
  readonly isDefault: boolean;
  readonly sheetUrl: string | null;
  readonly sheetName: string | null;
  readonly dedupe: DedupeRule;
  /** What people said of how its sheets are written. */
  readonly reading: StoredReading;
  readonly assignedUser: string | null;
  /** As stored: unknown ids are resolved away by {@link ViewsService.sourcesOf}. */
  readonly aggregatesFrom: readonly string[];
  /** As stored, in any of the shapes of docs/domain.md, section 6. */
  readonly targets: Readonly<Record<string, unknown>>;
  /** 0 where the product never wrote targets. */
  readonly targetsRevision: number;
  /** Targets that came with the sample, whatever is stored there now; null where the product never marked any. */
  readonly sampleTargets: readonly SampleTarget[] | null;
  /** Collection of its records; null for a master, which has none. No two views have the same. */
  readonly collection: string | null;
  /** Where its records are while they are being moved; null when they lie in `collection`. */
  readonly moving: Whereabouts | null;
  readonly createdAt: Date | null;
}
