/** Answer of the health routes. */
export interface Health {
  /** `unavailable` when one of the checks fails. */
  status: 'ok' | 'unavailable';
  /** One entry for each thing that must work: `database`, `revisions`. */
  checks: Record<string, HealthCheck>;
}

/** State of one thing. */
export interface HealthCheck {
  /** Whether the check holds. */
  ok: boolean;
  /** Why it is not ok, or what it found. */
  detail: string;
}
