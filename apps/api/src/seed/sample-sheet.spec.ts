import { parse } from 'csv-parse/sync';
import { sampleDeals } from './sample-deals.js';
import { sampleSheet } from './sample-sheet.js';
import { OLD_STAGES, SOURCES } from './sample-choices.js';
import { sampleTargets } from './sample-targets.js';

const TODAY = '2026-11-22';

describe('sampleSheet', () => {
  it('is the same for the same view and day, and another for another view', () => {
    expect(sampleSheet('Signal', TODAY)).toBe(sampleSheet('Signal', TODAY));
    expect(sampleSheet('Signal', TODAY)).not.toBe(sampleSheet('Market', TODAY));
  });

  it('has 300 deals of as many clients, and a few rows that a report has to mention', () => {
    const rows: Record<string, string>[] = parse(sampleSheet('Signal', TODAY), { columns: true });
    expect(rows).toHaveLength(306);
    expect(new Set(rows.slice(0, 300).map(({ Client }) => Client)).size).toBe(300);
    expect(rows.filter(({ Client }) => Client === '')).toHaveLength(1);
  });

  it.each(['2026-11-22', '2026-01-01', '2028-02-29'])('has every stage and every source on %s', (today) => {
    const deals = sampleDeals('Full Funnel', today);
    expect(new Set(deals.map(({ stage }) => stage))).toEqual(
      new Set(['A Closed', ...OLD_STAGES.map(([stage]) => stage)]),
    );
    expect(new Set(deals.map(({ source }) => source))).toEqual(
      new Set(['Upsell/Cross-sell', ...SOURCES.map(([source]) => source)]),
    );
  });
});

describe('sampleTargets', () => {
  it.each(['Organic', 'Signal', 'Full Funnel', 'Market'])(
    '%s: the year is neither done nor hopeless',
    (view) => {
      const closed = sampleDeals(view, TODAY)
        .filter(({ billing }) => billing !== null && billing > 20_453 && billing <= 20_779)
        .reduce((sum, { arr }) => sum + (arr ?? 0), 0);
      const targets = sampleTargets(view, TODAY) as { revenue_2026: Record<string, number> };
      const year = Object.values(targets.revenue_2026).reduce((sum, month) => sum + month, 0);
      expect(closed / year).toBeGreaterThan(0.6);
      expect(closed / year).toBeLessThan(1.1);
    },
  );
});
