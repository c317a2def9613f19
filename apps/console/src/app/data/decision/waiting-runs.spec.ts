import { heldRun, run, view } from '../../testing/answers';
import { button, textOf } from '../../testing/at';
import { DATA_ADDRESS, dataPage, openRuns } from '../../testing/data-page';

const preview = run({ id: 'run-8', status: 'preview', dry_run: true });
const strip = (page: { element: HTMLElement }) => page.element.querySelector('app-waiting-runs');

describe('the imports that wait for a decision', () => {
  it('stand at the top unless they are open, and open there', async () => {
    const page = await dataPage(view(), [heldRun(), run(), preview]);
    expect(textOf(strip(page))).toContain('1 import waits for a decision');
    expect(textOf(strip(page))).toContain('Preview, not decided organic.csv hugo@example.com, 22 Nov, 11:00');
    button(strip(page) ?? page.element, /^Decide/).click();
    await page.settle();
    await openRuns(page, [preview]);
    expect(textOf(page.element.querySelector('app-decision-panel'))).toContain(
      'Preview: nothing has changed',
    );
    expect(textOf(strip(page))).toContain('1 import waits for a decision Awaiting a decision');
  });

  it('stand there however many runs are newer', async () => {
    const page = await dataPage(view(), [run()], DATA_ADDRESS, [heldRun({ id: 'run-0' }), preview]);
    expect(textOf(strip(page))).toContain('2 imports wait for a decision');
    button(strip(page) ?? page.element, /^Decide/).click();
    await page.settle();
    await openRuns(page, [heldRun({ id: 'run-0' })]);
    expect(page.element.querySelector('app-decision-panel')).not.toBeNull();
    expect(textOf(strip(page))).toContain('1 import waits for a decision');
  });

  it('are shown to those who may decide', async () => {
    const page = await dataPage(view({ can: ['read'] }), [run(), preview]);
    expect(strip(page)).toBeNull();
  });

  it('are no longer there once all are decided', async () => {
    const page = await dataPage(view(), [run(), run({ id: 'run-8', status: 'discarded' })]);
    expect(strip(page)).toBeNull();
  });
});
