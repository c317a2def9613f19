import { isMetricId, metricOf } from '@app/domain/metrics';
import { row, table } from '../../testing/metric-tables';
import { CASES_OF, fewCases } from './cases';

const RATE = 'conversion.poa_to_close';
const few = row('Zoé', [4, 1200, 0.5, 36], [RATE]);
const whole = table({ totals: [4, 1200, 0.5, null] });
const rate = { id: RATE, label: '', unit: 'ratio', metric: RATE } as const;

describe('the cases of a rate', () => {
  it('are those that it is divided by', () => {
    for (const [id, cases] of Object.entries(CASES_OF)) {
      const metric = isMetricId(id) ? metricOf(id) : null;
      expect(metric?.kind === 'ratio' ? metric.denominator : null).toBe(cases);
    }
  });

  it('are told where they are few, in the totals too', () => {
    expect(fewCases(table(), rate, few)).toBe(4);
    expect(fewCases(table(), rate, row('Álvaro', [12, 90_000, 0.25, 36]))).toBeNull();
    expect(fewCases(table(), rate, null)).toBeNull();
    expect(fewCases(whole, rate, null)).toBe(4);
  });

  it('are only few where no column counts them', () => {
    const alone = { ...table(), columns: [rate] };
    expect(fewCases(alone, rate, row('Zoé', [0.5], [RATE]))).toBe(true);
    expect(fewCases(alone, rate, null)).toBeNull();
  });
});
