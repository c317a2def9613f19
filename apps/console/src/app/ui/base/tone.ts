import type { Status } from '@app/contracts';

export type Tone = 'good' | 'warn' | 'bad' | 'plain';

/** The tint that goes with a status; `plain` without one. */
export function toneOf(status: Status | null): Tone {
  switch (status) {
    case 'on_track':
      return 'good';
    case 'at_risk':
      return 'warn';
    case 'behind':
      return 'bad';
    case null:
      return 'plain';
  }
}
