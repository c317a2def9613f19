import { TestBed } from '@angular/core/testing';
import { view } from '../testing/answers';
import { button, openPage, textOf } from '../testing/at';
import { said, undo } from '../testing/said';
import { SampleDialog } from './sample-dialog';
import { ShellActions } from './shell-actions';

const data = { ...view().data, records_count: 301 };
const own = view({ data });
const sampled = view({
  id: 'signal',
  name: 'Signal',
  data: { ...data, sample: true, sample_views: ['Signal'], sample_targets: 28 },
});
const master = view({ id: 'master', name: 'Master', is_master: true, data: { ...data, sample: true } });
const dialog = () => openPage(SampleDialog, '/v/organic/dashboard', { views: [own, sampled, master] });

describe('the confirmation of removing the sample', () => {
  it('names what is removed and what is kept', async () => {
    const { element } = await dialog();
    expect([...element.querySelectorAll('li')].map(textOf)).toEqual(['Signal 301 deals, 28 targets']);
    expect(textOf(element)).toContain('Your own data stays: Organic.');
    expect(textOf(element)).toContain('For a minute you can undo this.');
  });

  it('removes the sample, and shows the remaining data', async () => {
    const page = await dialog();
    button(page.element, 'Remove the sample').click();
    await page.settle();
    expect(button(page.element, 'Removing…').disabled).toBe(true);
    page.api.expectOne({ method: 'DELETE', url: '/api/sample-data' }).flush({ views: [] });
    await page.settle();
    page.api.expectOne('/api/views').flush({ items: [own], next_cursor: null, total: 1 });
    await page.settle();
    expect(page.element.querySelectorAll('li')).toHaveLength(0);
    expect(said()).toEqual(['The sample is removed.']);
    undo();
    page.api.expectOne({ method: 'POST', url: '/api/sample-data/restore' }).flush({ views: [] });
    await page.settle();
    page.api.expectOne('/api/views').flush({ items: [sampled], next_cursor: null, total: 1 });
    await page.settle();
    expect([...page.element.querySelectorAll('li')].map(textOf)).toEqual(['Signal 301 deals, 28 targets']);
    expect(said()).toEqual(['Undone.']);
  });

  it('offers to bring it back for what is left of a minute after a reload, and not once it is back', async () => {
    const until = () => Number(localStorage.getItem('pipeline.sample-undo-until'));
    const page = await dialog();
    button(page.element, 'Remove the sample').click();
    page.api.expectOne('/api/sample-data').flush({ views: [] });
    await page.settle();
    page.api.match('/api/views').forEach((each) => each.flush({ items: [own], next_cursor: null, total: 1 }));
    await page.settle();
    expect(until() - Date.now()).toBeGreaterThan(50_000);

    TestBed.resetTestingModule();
    const again = await dialog();
    await TestBed.inject(ShellActions).offerSampleAgain();
    expect(said()).toEqual(['The sample is removed.']);
    undo();
    again.api.expectOne({ method: 'POST', url: '/api/sample-data/restore' }).flush({ views: [] });
    await again.settle();
    expect(until()).toBe(0);
  });

  it('removes nothing on cancel', async () => {
    const page = await dialog();
    button(page.element, 'Keep it').click();
    page.api.expectNone('/api/sample-data');
  });

  it('says why it failed', async () => {
    const page = await dialog();
    button(page.element, 'Remove the sample').click();
    const detail = 'An import is running.';
    const problem = { title: 'Busy', status: 409, detail, errors: [], request_id: 'r', type: '' };
    page.api.expectOne('/api/sample-data').flush(problem, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(textOf(page.element)).toContain('An import is running.');
  });
});
