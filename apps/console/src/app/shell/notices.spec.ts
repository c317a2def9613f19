import { view } from '../testing/answers';
import { button, openPage, textOf } from '../testing/at';
import { me } from '../testing/answers';
import { Notices } from './notices';

const ADDRESS = '/v/organic/dashboard';
const sample = view({ data: { ...view().data, sample: true } });

describe('the notices', () => {
  it('says nothing about a view with data of its own', async () => {
    const { element } = await openPage(Notices, ADDRESS);
    expect(textOf(element)).toBe('');
  });

  it('marks sample records, and removes them at one action', async () => {
    const page = await openPage(Notices, ADDRESS, { views: [sample] });
    expect(textOf(page.element)).toContain('sample records');
    button(page.element, 'Remove all sample data').click();
    page.api.expectOne({ method: 'DELETE', url: '/api/sample-data' }).flush(null);
    await page.settle();
    page.api.expectOne('/api/views').flush({ items: [view()], next_cursor: null, total: 1 });
    await page.settle();
    expect(textOf(page.element)).toBe('');
  });

  it('offers the removal only to who may', async () => {
    const who = { ...me({ role: 'viewer' }), permissions: [] };
    const page = await openPage(Notices, ADDRESS, { views: [sample], who });
    expect(textOf(page.element)).toContain('sample records');
    expect(() => button(page.element, 'Remove all sample data')).toThrow();
  });

  it('says why the removal failed', async () => {
    const page = await openPage(Notices, ADDRESS, { views: [sample] });
    button(page.element, 'Remove all sample data').click();
    page.api.expectOne('/api/sample-data').flush(
      {
        title: 'Busy',
        status: 409,
        detail: 'An import is running.',
        errors: [],
        request_id: 'r',
        type: '',
      },
      { status: 409, statusText: 'Conflict' },
    );
    await page.settle();
    expect(textOf(page.element)).toContain('An import is running.');
  });
});
