import { flattenTargets, resolveTargets } from '@app/domain/targets';
import { view } from '../testing/answers';
import { button, openPage, textOf } from '../testing/at';
import { field, type } from '../testing/fields';
import { said, undo } from '../testing/said';
import {
  ADDRESS,
  URL,
  HISTORY,
  RAW,
  changedBy,
  histories,
  panel,
  rowOf,
  save,
  targets,
  targetsPage,
} from '../testing/targets-page';
import { TargetsPage } from './targets.page';

describe('the targets page', () => {
  it('marks targets of the sample, until somebody sets them', async () => {
    const resolved = flattenTargets(resolveTargets(RAW));
    const poa = { value: 10, origin: 'sample: intro_poa.poa' };
    const page = await targetsPage(targets({ resolved: { ...resolved, poa } }));
    expect(textOf(page.element)).toContain('came with the sample data and leave with it');
    expect(rowOf(page, 'POA generated, a month')).toContain('POA generated sample');
    expect(rowOf(page, 'Intros attended, a month')).not.toContain('sample');
    await type(page, 'POA generated, a month', '12');
    expect(rowOf(page, 'POA generated, a month')).not.toContain('sample');
  });

  it('says that the targets of the sample were removed with it, and does not restore them', async () => {
    const page = await openPage(TargetsPage, ADDRESS, { views: [view()] });
    page.api.expectOne(URL).flush(targets({ raw: { intro_poa: { intro: 20 } }, revision: 3 }));
    const left = changedBy('installation', 3, 'intro_poa.poa', null);
    await histories(page, {
      ...left,
      items: left.items.map((item) => ({ ...item, kind: 'sample_removed' })),
    });
    const history = () => textOf(page.element.querySelector('app-history-card'));
    expect(history()).toContain('1 sample target removed with the sample data');
    expect(textOf(page.element)).not.toContain('installation');
    expect(history()).not.toContain('not set');
    const buttons = page.element.querySelectorAll<HTMLElement>('app-history-card button');
    expect([...buttons].map((each) => each.getAttribute('aria-expanded'))).toEqual(['false']);
    buttons[0]?.click();
    await page.settle();
    expect(history()).toContain('Target Before After POA generated a month 10 not set');
  });

  it('shows a value, its value over the period, and its origin', async () => {
    const page = await targetsPage();
    expect(field(page, 'POA generated, a month').value).toBe('10');
    expect(rowOf(page, 'POA generated, a month')).toBe('POA generated a month 60 Intro & POA');
    expect(textOf(page.element.querySelector('app-revenue-card tfoot'))).toBe(
      'H1 2026 – H2 2026 $500,000 Year 2026 $500,000',
    );
    expect(textOf(page.element.querySelector('app-kept-card'))).toContain('notes “ours”');
    expect(textOf(page.element)).toContain('by maya@example.com · H2 2026 counts 6 months');
  });

  it('says on which page two targets of one number are seen, and one that is stored under another page', async () => {
    const meeting_generation = { total_target: 20, upsells_cross: 3 };
    const raw = { meeting_generation, meetings_attended: { meetings_scheduled: 18 } };
    const page = await targetsPage(targets({ raw }));
    expect(rowOf(page, 'All meetings, a month')).toContain('on Meetings generation');
    expect(rowOf(page, 'Scheduled meetings, a month')).toContain('on Meetings attended');
    expect(rowOf(page, 'Upsell and cross-sell, a month')).toContain('on Upsells & renewals');
  });

  it('keeps its columns while what they are about is typed over', async () => {
    const raw = { dashboard: { objectif_6_mois: 1_000_000 } };
    const page = await openPage(TargetsPage, `${ADDRESS}&year=2025`, { views: [view()] });
    page.api.expectOne(URL).flush(targets({ raw }));
    await histories(page);
    const heads = () => textOf(page.element.querySelector('app-revenue-card thead'));
    expect(heads()).toBe('Month Value Stored under');
    await type(page, 'Nov 2025, a month', '90k');
    expect(heads()).toBe('Month Value Stored under');
  });

  it('says what the number of each target is for, and what it replaces', async () => {
    const deals_closed_yearly = { deals_target: 48, arr_target: 1_200_000 };
    const raw = { meetings_attended: { deals_closed: 4 }, deals_closed_yearly };
    const page = await targetsPage(targets({ raw }));
    expect(rowOf(page, 'Deals closed, a month')).toContain('replaces 48 a year');
    expect(rowOf(page, 'ARR closed, a year')).toContain('ARR closed a year $600,000');
    expect(rowOf(page, 'Open pipe, any period')).toBe('Open pipe any period');
    const signs = ['Deals closed, a month', 'ARR closed, a year'].map((name) =>
      field(page, name).closest('.in-currency')?.getAttribute('data-sign'),
    );
    expect(signs).toEqual([null, '$']);
  });

  it('adds the months of the period up where no half and no year does', async () => {
    const page = await openPage(TargetsPage, ADDRESS.replace('half:2026-H2', 'month:2026-11'));
    page.api.expectOne(URL).flush(targets());
    await histories(page);
    expect(textOf(page.element.querySelector('app-revenue-card tfoot'))).toContain('Over Nov 2026 $500,000');
  });

  it('folds what a large change did', async () => {
    const page = await openPage(TargetsPage, ADDRESS);
    page.api.expectOne(URL).flush(targets());
    const change = changedBy('maya@example.com', 3, 'intro_poa.poa', 12);
    const keys = ['jan', 'feb', 'mar', 'apr', 'may', 'jun'].map((month) => ({
      key: `revenue_2026.${month}`,
      before: null,
      after: 1000,
    }));
    await histories(page, { ...change, items: change.items.map((item) => ({ ...item, keys })) });
    const history = () => textOf(page.element.querySelector('app-history-card'));
    expect(history()).toContain('maya@example.com in force 6 targets changed');
    expect(history()).not.toContain('Jan 2026');
    button(page.element, '6 targets changed').click();
    await page.settle();
    expect(history()).toContain('Jan 2026 not set $1,000');
  });

  it('counts unsaved changes, previews them, and saves just those', async () => {
    const page = await targetsPage();
    await type(page, 'POA generated, a month', '14');
    expect(rowOf(page, 'POA generated, a month')).toContain('was 10');
    expect(panel(page)).toContain('1 unsaved change');
    const sent = await save(page);
    expect(panel(page)).toContain('This will change POA generated a month 10 14');
    expect(sent.request.body).toEqual({ targets: { intro_poa: { poa: 14 } } });
    expect(sent.request.headers.get('If-Match')).toBe('"3"');
    sent.flush(targets({ raw: { ...RAW, intro_poa: { intro: 20, poa: 14 } }, revision: 4 }));
    await histories(page, changedBy('hugo@example.com', 4, 'intro_poa.poa', 14));
    expect([panel(page), said()]).toEqual(['', ['1 target of Organic saved.']]);
    expect(page.element.querySelector('app-news-box .box')).toBeNull();
    expect(field(page, 'POA generated, a month').value).toBe('14');
    undo();
    const back = page.api.expectOne('/api/views/organic/targets/history/3/restore');
    expect(back.request.headers.get('If-Match')).toBe('"4"');
    back.flush(targets({ revision: 5 }));
    await histories(page, changedBy('hugo@example.com', 5, 'intro_poa.poa', 10));
    expect(field(page, 'POA generated, a month').value).toBe('10');
    expect(page.element.querySelector('app-news-box .box')).toBeNull();
  });

  it('shows invalid input at its field, and saves nothing until it is corrected', async () => {
    const page = await targetsPage();
    await type(page, 'POA generated, a month', 'many');
    expect(rowOf(page, 'POA generated, a month')).toContain('This is not a number');
    expect(field(page, 'POA generated, a month').getAttribute('aria-invalid')).toBe('true');
    expect(button(page.element, 'Save…').disabled).toBe(true);
    await type(page, 'POA generated, a month', '10');
    expect(panel(page)).toBe('');
  });

  it('shows at the field why the server refuses a value, and keeps the input', async () => {
    const page = await targetsPage();
    await type(page, 'POA generated, a month', '14');
    (await save(page)).flush(
      {
        type: 'about:blank',
        title: 'Bad request',
        status: 400,
        detail: 'See errors.',
        errors: [{ field: 'intro_poa.poa', message: 'poa is too great.' }],
        request_id: 'r',
      },
      { status: 400, statusText: 'Bad Request' },
    );
    await page.settle();
    expect(rowOf(page, 'POA generated, a month')).toContain('poa is too great.');
    expect(field(page, 'POA generated, a month').value).toBe('14');
  });

  it('makes room for what saves below the messages, while there is something to save', async () => {
    const page = await targetsPage();
    const room = () => document.documentElement.style.getPropertyValue('--save-bar');
    await type(page, 'POA generated, a month', '14');
    expect(room()).toBe('66px');
    button(page.element, 'Discard all').click();
    await page.settle();
    expect(room()).toBe('');
  });

  it('restores an earlier revision after a preview', async () => {
    const page = await openPage(TargetsPage, ADDRESS);
    page.api.expectOne(URL).flush(targets({ revision: 3 }));
    const later = changedBy('maya@example.com', 3, 'intro_poa.poa', 10);
    const earlier = changedBy('maya@example.com', 2, 'intro_poa.intro', 20);
    later.items[0]?.keys.splice(0, 1, { key: 'intro_poa.poa', before: 8, after: 10 });
    await histories(page, { ...later, items: [...later.items, ...earlier.items] });
    button(page.element, 'Go back to this… Revision 2').click();
    await page.settle();
    expect(textOf(page.element.querySelector('.ask'))).toContain('POA generated a month 10 8');
    button(page.element, 'Go back').click();
    const sent = page.api.expectOne(`${HISTORY}/2/restore`);
    expect([sent.request.method, sent.request.headers.get('If-Match')]).toEqual(['POST', '"3"']);
    sent.flush(targets({ raw: { ...RAW, intro_poa: { intro: 20, poa: 8 } }, revision: 4 }));
    await histories(page);
    expect(field(page, 'POA generated, a month').value).toBe('8');
  });

  it('shows sum and own value on Master, and goes back to the sum', async () => {
    const master = view({ name: 'Master', is_master: true, can: ['read', 'manage'] });
    const page = await targetsPage(targets({ views_sum: { poa: 12, intro: 30 } }), master);
    expect(rowOf(page, 'POA generated, a month')).toContain('60 own 12 −2');
    button(page.element, 'Use the sum of the views for POA generated').click();
    await page.settle();
    expect(rowOf(page, 'POA generated, a month')).toContain('72 the sum 12');
    const sent = await save(page);
    expect(sent.request.body).toEqual({ targets: { intro_poa: { poa: null } } });
  });

  it('says why the targets cannot be loaded, and tries again', async () => {
    const page = await openPage(TargetsPage, ADDRESS);
    page.api.expectOne(URL).flush(null, { status: 503, statusText: 'Unavailable' });
    await page.settle();
    button(page.element, 'Try again').click();
    page.api.expectOne(URL).flush(targets());
    await histories(page);
    expect(field(page, 'POA generated, a month').value).toBe('10');
  });
});
