import { UnknownMetricError } from '../model/errors.js';
import { CATALOGUE, metricOf, type MetricId } from './catalogue.js';
import { FIGURES, isNumberId, readNumberId } from './number-ids.js';

describe('ids of numbers', () => {
  it('are known to the compiler', () => {
    const known: MetricId = 'poa.generated';
    expect(metricOf(known).label).toBe('POA generated');
    // @ts-expect-error a misspelled id does not compile
    expect(() => metricOf('poa.genrated')).toThrow(UnknownMetricError);
  });

  it('are those of the catalogue, each once, and those of figures', () => {
    const ids = [...CATALOGUE.map(({ id }) => id), ...FIGURES];
    expect(ids.every(isNumberId)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are read from text, or refused', () => {
    expect([readNumberId('deals.arr'), readNumberId('half.gap')]).toEqual(['deals.arr', 'half.gap']);
    for (const text of ['deals.lost', '', 'half', 'toString']) {
      expect(() => readNumberId(text)).toThrow(UnknownMetricError);
    }
  });
});
