/** Answer of the health routes. */
export interface Health {
  status: 'ok' | 'unavailable';
  /** One entry a thing that must work: `database`, `revisions`. */
  checks: Record<string, HealthCheck>;
}

/** State of one thing. */
export interface HealthCheck {
  ok: boolean;
  /** Why it is not ok, or what it found. */
  detail: string;
}
