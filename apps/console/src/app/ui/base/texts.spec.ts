import { TARGETS } from '../../admin-targets/texts';
import { DASHBOARD } from '../../dashboard/texts';
import { REPORT } from '../../data/report/texts';
import { UPLOAD } from '../../data/upload/texts';
import { DATA } from '../../data/run/texts';
import { EXPLAIN } from '../../explain/texts';
import { TEXTS } from './texts';
import { WEIGHT_TABLE } from '../weight-table.texts';

it.each([
  [TEXTS.deals('1', true), '1 deal'],
  [TEXTS.months('1'), '1 month'],
  [TEXTS.months('1.02'), '1.02 months'],
  [TARGETS.period('Nov 2026', '1'), 'Nov 2026 counts 1 month'],
  [EXPLAIN.targetMonthly('10', '1'), 'Target 10 a month × 1 month'],
  [WEIGHT_TABLE.after('0.5', '1'), '0.5 after 1 day'],
  [UPLOAD.rows('1', true), '1 row read'],
  [REPORT.rowsRead(true), 'row read'],
  [DATA.warning.withoutClient('1 row', '$5', true), '1 row worth $5 has no client and was left out.'],
  [REPORT.noDeals.total_row('1 row', true), '1 row adds up other rows: it is no deal.'],
  [REPORT.noDeals.repeated_header('1 row', true), '1 row repeats the header.'],
  [DASHBOARD.today.age('1', true), '1 day old'],
])('speaks of one as one: %s', (words, expected) => expect(words).toBe(expected));
