import type { OwnTargets } from '../metrics/values/own-targets.js';

const OWN_TARGETS: Readonly<Record<string, OwnTargets>> = {
  // There, meetings are those that were scheduled.
  'meetings-attended': { meetings: 'scheduled' },
};

/**
 * Targets that a screen compares with instead of the catalogue's own.
 *
 * @param screen name of the screen, such as `meetings-attended`; null for none
 * @see docs/domain.md, section 5
 */
export const ownTargetsOf = (screen: string | null): OwnTargets => OWN_TARGETS[screen ?? ''] ?? {};
