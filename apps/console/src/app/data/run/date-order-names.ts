import type { DateOrder } from '@app/domain/normalise';

/** Orders of day and month in words. */
export const DATE_ORDER_NAMES: Readonly<Record<DateOrder, string>> = {
  day_first: 'day first',
  month_first: 'month first',
};
