import { button, textOf } from '../testing/at';
import { field, type } from '../testing/fields';
import {
  ADDRESS,
  URL,
  RAW,
  changedBy,
  histories,
  panel,
  rowOf,
  save,
  targets,
  targetsPage,
} from '../testing/targets-page';

describe('targets that are not saved yet', () => {
  it('restores unsaved changes after a reload', async () => {
    const first = await targetsPage();
    await type(first, 'POA generated, a month', '14');
    expect(localStorage.getItem('pipeline.targets.u1.organic')).toContain('"14"');
    await first.go('/v/signal/targets');
    first.api.match(() => true);
    await first.go(ADDRESS);
    first.api
      .match((request) => request.url === URL)
      .at(-1)
      ?.flush(targets());
    await histories(first);
    expect(field(first, 'POA generated, a month').value).toBe('14');
    expect(panel(first)).toContain('Your unsaved changes from before are still here.');
  });

  it('leaves what another tab has typed into the same targets', async () => {
    const page = await targetsPage();
    await type(page, 'POA generated, a month', '14');
    const key = Object.keys(localStorage).find((each) => each.includes('targets')) ?? '';
    const ofOther = localStorage.getItem(key)?.replace('"14"', '"4321"') ?? '';
    button(page.element, 'Discard all').click();
    localStorage.setItem(key, ofOther);
    window.dispatchEvent(new Event('focus'));
    (await page.request(URL)).flush(targets());
    await page.settle();
    expect(localStorage.getItem(key)).toBe(ofOther);
  });

  it("takes another admin's change of another target, and says so", async () => {
    const page = await targetsPage();
    await type(page, 'POA generated, a month', '14');
    window.dispatchEvent(new Event('focus'));
    const newer = targets({ raw: { ...RAW, intro_poa: { intro: 25, poa: 10 } }, revision: 4 });
    page.api.expectOne(URL).flush(newer);
    await histories(page, changedBy('maya@example.com', 4, 'intro_poa.intro', 25));
    expect(field(page, 'Intros attended, a month').value).toBe('25');
    expect(field(page, 'POA generated, a month').value).toBe('14');
    const news = textOf(page.element.querySelector('app-news-box'));
    expect(news).toContain('maya@example.com changed targets while this page was open');
    expect(news).toContain('Intros attended: 25');
  });

  it('asks which value to keep when two people changed the same target', async () => {
    const page = await targetsPage();
    await type(page, 'POA generated, a month', '14');
    const sent = await save(page);
    sent.flush(
      {
        type: 'about:blank',
        title: 'Changed meanwhile',
        status: 412,
        detail: 'poa',
        errors: [],
        request_id: 'r',
      },
      { status: 412, statusText: 'Precondition Failed' },
    );
    await page.settle();
    const newer = targets({ raw: { ...RAW, intro_poa: { intro: 20, poa: 12 } }, revision: 4 });
    page.api.expectOne(URL).flush(newer);
    await histories(page, changedBy('maya@example.com', 4, 'intro_poa.poa', 12));
    expect(rowOf(page, 'POA generated, a month')).toContain('maya@example.com set this to 12 meanwhile.');
    expect(field(page, 'POA generated, a month').value).toBe('14');
    expect(button(page.element, 'Save…').disabled).toBe(true);
    button(page.element, 'Keep 14').click();
    await page.settle();
    const again = await save(page);
    expect(again.request.headers.get('If-Match')).toBe('"4"');
    expect(again.request.body).toEqual({ targets: { intro_poa: { poa: 14 } } });
  });

  it('takes the other value', async () => {
    const page = await targetsPage();
    await type(page, 'POA generated, a month', '14');
    window.dispatchEvent(new Event('focus'));
    page.api
      .expectOne(URL)
      .flush(targets({ raw: { ...RAW, intro_poa: { intro: 20, poa: 12 } }, revision: 4 }));
    await histories(page);
    button(page.element, 'Take 12').click();
    await page.settle();
    expect(field(page, 'POA generated, a month').value).toBe('12');
    expect(panel(page)).toBe('');
  });
});
