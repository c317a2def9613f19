/** Unit of a metric: `count` deals, `money` currency, `ratio` an unrounded fraction (0.25 is 25 %). */
export type MetricUnit = 'count' | 'money' | 'ratio';
