export type {
  DashboardHeadline,
  DashboardNumbers,
  HalfFigures,
  HalfRevenue,
  HeadlineFigures,
  PeriodRevenue,
} from './dashboard.js';
export type { ProjectionsNumbers } from './projections.js';
export type { RevenueAmounts, RevenueMonth, RevenueStep } from './revenue-months.js';
export type { Screen, ScreenQuestion } from './screen.js';
export { type ScreenNumbers, screenNumbers } from './screen-numbers.js';
