import { SOURCE_GROUPS } from '@app/domain/normalise';
import type { BandNumber } from '../ui/numbers/number-band';
import { TEXTS } from '../ui/base/texts';
import { GENERATION } from './texts';

/** All meetings, then every source group: they add up to it. */
export const NUMBERS: readonly BandNumber[] = [
  { metric: 'meetings.total', label: GENERATION.total, unit: 'count' },
  ...SOURCE_GROUPS.map((group): BandNumber => ({
    metric: `meetings.${group}`,
    label: TEXTS.sources[group],
    unit: 'count',
  })),
];
