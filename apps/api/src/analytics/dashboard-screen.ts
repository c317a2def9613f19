import type { DashboardScreen } from '@app/contracts';
import { type Asked, dashboard, isoDay } from '@app/domain';
import { frameOf, type Ground, lastUpdateOfGround } from '../asked/answers.service.js';

/** All that the Dashboard draws, in one answer. */
export function dashboardScreen(ground: Ground, asked: Asked): DashboardScreen {
  const { headline, half, ...numbers } = dashboard(ground.sets, asked, ground.targets);
  return {
    ...frameOf(ground, asked),
    last_update: lastUpdateOfGround(ground),
    ...numbers,
    headline: { ...headline, span_from: isoDay(headline.span_from), span_to: isoDay(headline.span_to) },
    half: { ...half, from: isoDay(half.from), to: isoDay(half.to) },
  };
}
