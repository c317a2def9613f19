import { InvalidSettingError } from './invalid-setting-error.js';
import type { SettingKind } from './setting-kind.js';

/** When the sheets of views are fetched by themselves. */
export interface RefreshSchedule {
  /** `HH:MM` in the installation's time zone, in their order; none switches it off. */
  readonly times: readonly string[];
}

/** The schedule of a new installation: at noon and in the evening. */
export const DEFAULT_REFRESH_SCHEDULE: RefreshSchedule = { times: ['12:00', '20:00'] };

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
/** Once an hour: Google hands out no more for nothing. */
const MAX_TIMES = 24;

/**
 * Checks a schedule that came from outside.
 *
 * @param value anything; `{ times }` when it is right
 * @throws InvalidSettingError naming every fault
 */
export function checkRefreshSchedule(value: unknown): RefreshSchedule {
  const times = (value as { times?: unknown } | null)?.times;
  if (!Array.isArray(times)) throw new InvalidSettingError(['The schedule must be { "times": ["HH:MM"] }.']);
  const given: readonly unknown[] = times;
  const faults = [
    ...(given.length > MAX_TIMES ? [`The schedule has ${MAX_TIMES} times at most.`] : []),
    ...given.slice(0, MAX_TIMES).flatMap((time) => faultsOf(time)),
    ...twice(given.slice(0, MAX_TIMES)).map((time) => `${String(time)} stands twice: keep one.`),
  ];
  if (faults.length > 0) throw new InvalidSettingError(faults);
  return { times: (given as readonly string[]).toSorted() };
}

const faultsOf = (time: unknown): string[] =>
  typeof time === 'string' && TIME.test(time)
    ? []
    : [`${JSON.stringify(time)} is no time: write it as HH:MM, from 00:00 to 23:59.`];

const twice = (given: readonly unknown[]): unknown[] => [
  ...new Set(given.filter((time, at) => given.indexOf(time) < at)),
];

/** When sheets are fetched, as a setting. @see docs/domain.md, section 9 */
export const REFRESH_SCHEDULE: SettingKind<RefreshSchedule> = {
  label: 'Refresh of sheets',
  usual: DEFAULT_REFRESH_SCHEDULE,
  check: checkRefreshSchedule,
  describe: ({ times }) => (times.length === 0 ? 'never' : `at ${times.join(', ')}`),
};
