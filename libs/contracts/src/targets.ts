/** Answer of `GET /views/{id}/targets`. */
export interface Targets {
  /** As stored. */
  raw: Record<string, unknown>;
  /** Key of the target set, or `revenue_<year>.<month>`, to its value and origin. */
  resolved: Record<string, ResolvedTarget>;
  revision: number;
}

/** A target that is set. */
export interface ResolvedTarget {
  value: number | null;
  /** Stored key, `sum of views`, or null when no target is set. */
  origin: string | null;
}
