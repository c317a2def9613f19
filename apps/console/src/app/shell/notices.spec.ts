import { view } from '../testing/answers';
import { button, openPage, textOf } from '../testing/at';
import { me } from '../testing/answers';
import { runEvent, streamsOfEvents } from '../testing/event-source';
import { Notices } from './notices';

const ADDRESS = '/v/organic/dashboard';
const sample = view({
  data: { ...view().data, sample: true, sample_views: ['Organic'], sample_targets: 28 },
});

describe('the notices', () => {
  it('are absent for a view with data of its own', async () => {
    const { element } = await openPage(Notices, ADDRESS);
    expect(textOf(element)).toBe('');
  });

  it('mark the sample, and ask before it is removed', async () => {
    const page = await openPage(Notices, ADDRESS, { views: [sample] });
    expect(textOf(page.element)).toContain('looking at sample data');
    button(page.element, 'Remove all sample data…').click();
    const question = await vi.waitFor(() => {
      const found = document.querySelector('app-sample-dialog');
      if (!found) throw new Error('Nothing is asked yet.');
      return found;
    }, 60_000);
    await page.settle();
    expect(textOf(question)).toContain('Remove all sample data?');
    page.api.expectNone('/api/sample-data');
  });

  it('name the sample views that a master includes', async () => {
    const master = view({
      is_master: true,
      aggregates_from: ['a', 'b', 'c'],
      data: { ...view().data, sample: true, sample_views: ['Signal', 'Market'] },
    });
    const { element } = await openPage(Notices, ADDRESS, { views: [master] });
    expect(textOf(element)).toContain(
      'Part of what you see is sample data: Signal and Market. Their targets are samples',
    );
  });

  it('lead to held imports from everywhere but the data page of their view', async () => {
    const streams = streamsOfEvents();
    try {
      const signal = view({ id: 'signal', name: 'Signal' });
      const page = await openPage(Notices, `${ADDRESS}?period=half:2026-H2`, { views: [view(), signal] });
      streams[0]?.says('run', runEvent({ id: '1' }));
      await page.settle();
      expect(textOf(page.element)).toBe('1 import is held until somebody decides: Organic, Organic deals');
      expect(page.element.querySelector('a')?.getAttribute('href')).toBe(
        '/v/organic/data?period=half:2026-H2&run=1',
      );
      streams[0]?.says('run', runEvent({ id: '2', view_id: 'signal' }));
      await page.settle();
      expect(textOf(page.element)).toContain('2 imports are held until somebody decides: Organic,');
      await page.go('/v/organic/data');
      expect(textOf(page.element)).toBe('1 import is held until somebody decides: Signal, Organic deals');
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('offer the removal only with permission', async () => {
    const who = me({ role: 'viewer' });
    const page = await openPage(Notices, ADDRESS, { views: [sample], who });
    expect(textOf(page.element)).toContain('looking at sample data');
    expect(() => button(page.element, /Remove all sample data/)).toThrow();
  });
});
