import { button } from '../testing/at';
import { field, paste, type } from '../testing/fields';
import { said, undo } from '../testing/said';
import { URL, histories, targets, targetsPage } from '../testing/targets-page';

describe('targets that are filled in several at once', () => {
  it('fills months from pasted cells and moves down with Enter', async () => {
    const page = await targetsPage();
    const november = field(page, 'Nov 2026, a month');
    await paste(page, 'Nov 2026, a month', '$1.2M\t900 000\t5\n');
    expect(november.value).toBe('1,200,000');
    expect(field(page, 'Dec 2026, a month').value).toBe('900,000');
    expect(said()).toEqual([
      '2 fields filled in; nothing is saved yet. 1 more pasted value found no field and was left out.',
    ]);
    november.focus();
    november.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(document.activeElement).toBe(field(page, 'Dec 2026, a month'));
  });

  it('fills other targets from pasted cells, which is taken back without what was typed since', async () => {
    const page = await targetsPage();
    const values = () =>
      ['Scheduled meetings', 'Intros attended', 'POA generated'].map(
        (name) => field(page, `${name}, a month`).value,
      );
    const before = values();
    await paste(page, 'Scheduled meetings, a month', '40\n30');
    expect(values()).toEqual(['40', '30', before[2]]);
    await type(page, 'POA generated, a month', '12');
    undo();
    await page.settle();
    expect(values()).toEqual([before[0], before[1], '12']);
  });

  it('takes back what was filled in last, by Ctrl with Z, and leaves what was typed into it since', async () => {
    const page = await targetsPage();
    const names = ['Scheduled meetings, a month', 'Intros attended, a month'];
    const values = () => names.map((name) => field(page, name).value);
    const before = values();
    await paste(page, 'Scheduled meetings, a month', '11\n12');
    await paste(page, 'Scheduled meetings, a month', '21\n22');
    expect(said()).toEqual(['2 fields filled in; nothing is saved yet.']);
    const keys = () =>
      new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true });
    field(page, 'Scheduled meetings, a month').dispatchEvent(keys());
    await page.settle();
    expect(values()).toEqual(['11', '12']);
    await paste(page, 'Scheduled meetings, a month', '31\n32');
    await type(page, 'Intros attended, a month', '99');
    const typed = keys();
    field(page, 'Scheduled meetings, a month').dispatchEvent(typed);
    expect(typed.defaultPrevented).toBe(false); // it is about what was typed
    undo();
    await page.settle();
    expect(values()).toEqual(['11', '99']);
    expect(before).not.toEqual(values());
  });

  it.each([
    ['discarded', 'Discard all'],
    ['saved', 'Save…'],
  ])('offers no longer to take back what was %s', async (_, act) => {
    const page = await targetsPage();
    await paste(page, 'Scheduled meetings, a month', '11\n12');
    button(page.element, act).click();
    await page.settle();
    if (act === 'Save…') {
      button(page.element, /^Save \d+ change/).click();
      (await page.request(URL)).flush(targets({ revision: 4 }));
      await histories(page);
    }
    expect(said()).not.toContain('2 fields filled in; nothing is saved yet.');
  });
});
