/** What a saved deal was recognised by, the surest first. */
export const MATCH_REASONS = ['id', 'client_stage', 'client'] as const;

/** What a saved deal was recognised by. */
export type MatchReason = (typeof MATCH_REASONS)[number];
