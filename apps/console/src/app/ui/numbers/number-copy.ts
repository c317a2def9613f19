import type { MetricId, MetricUnit } from '@app/contracts';
import type { ComparedNumber } from '@app/domain/metrics';
import type { Change } from './change';
import type { Copyable } from '../copy/copyable';
import type { Formats } from '../base/formats';
import type { SparkPoint } from './sparkline.data';
import { TEXTS } from '../base/texts';

/** A number with everything shown beside it. */
export interface ShownNumber {
  metric: MetricId;
  label: string;
  unit: MetricUnit;
  number: ComparedNumber;
  change: Change | null;
  notes: readonly string[];
  trend: readonly SparkPoint[];
}

/** Numbers to copy into a mail: one line each, without columns that would be empty. */
export function copyOfNumbers(
  numbers: readonly ShownNumber[],
  words: Pick<Copyable, 'title' | 'subtitle'>,
  formats: Formats,
): Copyable {
  const texts = TEXTS.copiedNumbers;
  const hasTargets = numbers.some(({ number }) => number.target !== null);
  const hasChanges = numbers.some(({ change }) => isChange(change));
  return {
    ...words,
    columns: [
      { label: texts.number, unit: null },
      { label: texts.value, unit: 'count' },
      ...(hasTargets
        ? ([
            { label: texts.target, unit: 'count' },
            { label: texts.progress, unit: 'ratio' },
          ] as const)
        : []),
      ...(hasChanges ? ([{ label: texts.change, unit: null }] as const) : []),
    ],
    rows: numbers.map(({ label, unit, number, change }) => [
      label,
      formats.long(number.value, unit),
      ...(hasTargets ? [formats.long(number.target, unit), formats.share(number.progress)] : []),
      ...(hasChanges ? [isChange(change) ? change.text : ''] : []),
    ]),
  };
}

/** The reason why a number is not compared stays on the page: in a mail it would read like a change. */
const isChange = (change: Change | null): change is Change => change !== null && change.direction !== 'none';
