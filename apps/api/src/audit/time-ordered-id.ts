import { randomBytes } from 'node:crypto';

/** The first 48 bits of a UUID of version 7 (RFC 9562) tell its millisecond. */
const TIME_DIGITS = 12;

/** No id of this moment or later sorts before it, and every earlier one does. */
export const earliestId = (at: Date): string => dashed(timeOf(at));

const timeOf = (at: Date): string => Math.max(0, at.getTime()).toString(16).padStart(TIME_DIGITS, '0');
const dashed = (time: string): string => `${time.slice(0, 8)}-${time.slice(8)}`;

/** Makes ids that sort by time: those of one process also within a millisecond. */
export class TimeOrderedIds {
  private last = 0;
  private count = 0;

  /** A UUID of version 7, its 12 bits after the time counted within the millisecond. */
  next(at: Date): string {
    this.count = at.getTime() === this.last ? this.count + 1 : 0;
    this.last = at.getTime();
    const counted = Math.min(this.count, 0xfff).toString(16).padStart(3, '0');
    const random = randomBytes(8);
    random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
    const rest = random.toString('hex');
    return `${earliestId(at)}-7${counted}-${rest.slice(0, 4)}-${rest.slice(4)}`;
  }
}
