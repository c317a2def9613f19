import { button } from '../testing/at';
import { DATA, click, opened } from '../testing/board-page';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());

describe('a board', () => {
  it('is saved as a file as it is shown, or one column of it, of the people that are shown', async () => {
    const handed = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:file');
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    const page = await opened({ url: '&owner=camille' });
    await click(page, 'Export or print Next 14 days');
    button(document.body, /^CSV/).click();
    const answer = await page.request(`${DATA}/export`);
    expect(answer.request.params.get('format')).toBe('csv');
    expect(answer.request.body).toMatchObject({ column: 'next_14_days', owner: ['camille'] });
    const file = new Blob(['Client']);
    answer.flush(file, { headers: { 'Content-Disposition': 'attachment; filename="board.csv"' } });
    await page.settle();
    expect(handed).toHaveBeenCalledWith(file);
    expect(saved).toEqual(['board.csv']);
    vi.restoreAllMocks();
  });

  it('is saved as a file against another board, too', async () => {
    const page = await opened({ url: '&board=duel&duel=pov-default' });
    await click(page, 'Export or print the boards against each other');
    button(document.body, /^Excel/).click();
    const { request } = await page.request('/api/views/organic/boards/duel/export');
    expect(request.params.get('format')).toBe('xlsx');
    expect(request.body).toMatchObject({
      left: { delayed: [{ id: 'a', probability: 50 }] },
      right: { next_14_days: [{ id: 'a', probability: 90 }, { id: 'b' }], next_30_60_days: [{ id: 'c' }] },
      left_name: 'Asher POV',
      right_name: 'Default board',
    });
  });
});
