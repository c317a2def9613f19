import { lastTick, nextTick } from './ticks.js';

const PARIS = { times: ['12:00', '20:00'], timeZone: 'Europe/Paris' };
const last = (times: readonly string[], now: string, timeZone = 'Europe/Paris') =>
  lastTick({ times, timeZone }, new Date(now))?.toISOString() ?? null;
const next = (times: readonly string[], now: string, timeZone = 'Europe/Paris') =>
  nextTick({ times, timeZone }, new Date(now))?.toISOString() ?? null;

describe('the ticks of a day', () => {
  it('come at the times of the zone, in winter and summer', () => {
    expect(last(PARIS.times, '2026-11-27T15:00:00Z')).toBe('2026-11-27T11:00:00.000Z');
    expect(next(PARIS.times, '2026-11-27T15:00:00Z')).toBe('2026-11-27T19:00:00.000Z');
    expect(last(PARIS.times, '2026-07-01T09:59:59Z')).toBe('2026-06-30T18:00:00.000Z');
    expect(last(PARIS.times, '2026-07-01T10:00:00Z')).toBe('2026-07-01T10:00:00.000Z');
    expect(next(PARIS.times, '2026-07-01T10:00:00Z')).toBe('2026-07-01T18:00:00.000Z');
  });

  it('are none without times', () => {
    expect([last([], '2026-07-01T10:00:00Z'), next([], '2026-07-01T10:00:00Z')]).toEqual([null, null]);
  });

  it('come far from Greenwich too', () => {
    expect(last(['00:30'], '2026-07-01T12:00:00Z', 'Pacific/Kiritimati')).toBe('2026-07-01T10:30:00.000Z');
    expect(next(['23:45'], '2026-07-01T12:00:00Z', 'Pacific/Pago_Pago')).toBe('2026-07-02T10:45:00.000Z');
    expect(next(['12:00'], '2026-07-01T00:00:00Z', 'Asia/Kathmandu')).toBe('2026-07-01T06:15:00.000Z');
  });
});

/** Every tick from a moment on, before another. */
function ticksBetween(times: readonly string[], from: string, to: string): string[] {
  const ticks: string[] = [];
  let now: string | null = from;
  while ((now = next(times, now)) !== null && now < to) ticks.push(now);
  return ticks;
}

describe('a change of the clocks', () => {
  it('skips no tick: a time that does not exist comes once', () => {
    expect(ticksBetween(['02:30'], '2026-03-28T12:00:00Z', '2026-03-31T00:00:00Z')).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
  });

  it('doubles no tick: a time that exists twice comes once', () => {
    expect(ticksBetween(['02:30'], '2026-10-24T12:00:00Z', '2026-10-27T00:00:00Z')).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
    expect(last(['02:30'], '2026-10-25T01:45:00Z')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('moves the usual ticks by an hour of the day', () => {
    expect(ticksBetween(PARIS.times, '2026-03-28T12:00:00Z', '2026-03-29T23:00:00Z')).toEqual([
      '2026-03-28T19:00:00.000Z',
      '2026-03-29T10:00:00.000Z',
      '2026-03-29T18:00:00.000Z',
    ]);
  });

  it('brings two ticks a day in every zone, all year', () => {
    for (const timeZone of ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'UTC']) {
      let count = 0;
      let now = new Date('2026-01-01T00:00:00Z');
      for (;;) {
        const tick = nextTick({ times: ['12:00', '20:00'], timeZone }, now);
        if (!tick || tick >= new Date('2027-01-01T00:00:00Z')) break;
        expect(lastTick({ times: ['12:00', '20:00'], timeZone }, tick)).toEqual(tick);
        count += 1;
        now = tick;
      }
      expect([timeZone, count]).toEqual([timeZone, 730]);
    }
  });
});
