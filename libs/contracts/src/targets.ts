import { IsObject } from 'class-validator';
import type { ResolvedTarget, WholeNumber } from '@app/domain';
import type { Instant, Page, Who } from './shared.js';

/** Answer of `GET /views/{id}/targets`. The `ETag` header names the revision. */
export interface Targets {
  /** As stored. */
  raw: Record<string, unknown>;
  /** Key of the target set, or `revenue_<year>.<month>`, to its value and origin. */
  resolved: Record<string, ResolvedTarget>;
  /** On Master: what its views add up to, by key, where it has a value of its own or not; null elsewhere. */
  views_sum: Record<string, number | null> | null;
  /** Grows with each change made here; send it back as `If-Match`. */
  revision: WholeNumber;
  /** When the targets were last changed here; null when never. */
  updated_at: Instant | null;
  /** Who changed them last; null when nobody did here. */
  updated_by: Who | null;
}

/**
 * Body of `PUT /views/{id}/targets`: merged into what is stored. Groups that are not named stay, keys of a group that
 * are not named stay; null removes a key.
 */
export class ChangeTargets {
  /**
   * Groups of targets, each with the keys to change.
   *
   * @example { "revenue_2026": { "nov": 500000 }, "intro_poa": { "poa": 14 } }
   */
  @IsObject({ message: 'targets must be an object of groups, such as { "intro_poa": { "poa": 14 } }.' })
  targets!: Record<string, unknown>;
}

/** One change of a view's targets. */
export interface TargetChange {
  /** Id of the change. */
  id: string;
  /** Revision it made. */
  revision: WholeNumber;
  /** When. */
  at: Instant;
  /** Who changed them. */
  by: Who;
  /** What kind of change it was; `sample_removed`: targets of the sample left with its records, `sample_restored`: they came back. */
  kind: 'edit' | 'restore' | 'sample_removed' | 'sample_restored';
  /** Of a restore: the revision whose state it brought back. */
  restored_revision: WholeNumber | null;
  /** The keys it changed. */
  keys: TargetKeyChange[];
}

/** One key of a change. */
export interface TargetKeyChange {
  /** Stored path, such as `revenue_2026.nov`. */
  key: string;
  /** As stored; null when it was absent. */
  before: unknown;
  /** Value after; absent when the key was removed. */
  after: unknown;
  /** Only where `before` came with the sample of a new installation: nobody had set it. */
  was_sample?: boolean;
}

/** Changes of a view's targets, newest first. */
export type TargetChangePage = Page<TargetChange>;
