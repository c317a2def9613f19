const DAY_MS = 86_400_000;

/** Times of a day that recur in a time zone. */
export interface DailyTimes {
  /** `HH:MM`, of a 24-hour clock. */
  readonly times: readonly string[];
  /** IANA name, such as `Europe/Paris`. */
  readonly timeZone: string;
}

/**
 * The last moment at or before a moment that one of the times came.
 *
 * A time that the clocks skip comes when they have skipped it; one that they show twice comes the first time.
 *
 * @returns null without times
 */
export const lastTick = (daily: DailyTimes, now: Date): Date | null =>
  ticksAround(daily, now).findLast((tick) => tick.getTime() <= now.getTime()) ?? null;

/** The first moment after a moment that one of the times comes; see {@link lastTick}. */
export const nextTick = (daily: DailyTimes, now: Date): Date | null =>
  ticksAround(daily, now).find((tick) => tick.getTime() > now.getTime()) ?? null;

/** The ticks of the days around a moment, in their order. */
function ticksAround({ times, timeZone }: DailyTimes, now: Date): Date[] {
  const offsetAt = offsetsOf(timeZone);
  const today = Math.floor((now.getTime() + offsetAt(now.getTime())) / DAY_MS) * DAY_MS;
  const ticks = [-1, 0, 1].flatMap((days) =>
    times.map((time) => instantOf(today + days * DAY_MS + millisecondsOf(time), offsetAt)),
  );
  return [...new Set(ticks)].toSorted((one, other) => one - other).map((tick) => new Date(tick));
}

function millisecondsOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** The moment at which clocks show what they would show in UTC at `shown`. */
function instantOf(shown: number, offsetAt: (instant: number) => number): number {
  const before = shown - offsetAt(shown - DAY_MS);
  const after = shown - offsetAt(shown + DAY_MS);
  const isShownAt = (instant: number): boolean => instant + offsetAt(instant) === shown;
  const showing = [before, after].filter(isShownAt);
  // Skipped: the clock as it went before counts on to it.
  return showing.length > 0 ? Math.min(...showing) : before;
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetsOf(timeZone: string): (instant: number) => number {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const shown = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => shown.get(type) ?? 0;
    const utc = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
    return utc - Math.floor(instant / 1000) * 1000;
  };
}
