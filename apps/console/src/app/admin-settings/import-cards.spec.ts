import { type OpenedPage, button, textOf } from '../testing/at';
import { card, saved, settings, settingsPage, state, type } from '../testing/settings-page';

/** Types a time and leaves the field. */
async function typeTime(page: OpenedPage, text: string) {
  const field = card(page, '#time-to-add') as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await page.settle();
  return async () => {
    field.dispatchEvent(new Event('change'));
    await page.settle();
  };
}

const times = (page: OpenedPage) =>
  Array.from(page.element.querySelectorAll('app-schedule-card li'), (item) => textOf(item));

describe('the schedule', () => {
  const schedule = (page: OpenedPage) => card(page, 'app-schedule-card');

  it('takes a time in its place, and says the time zone', async () => {
    const page = await settingsPage();
    expect(textOf(schedule(page))).toContain('(time zone Europe/Paris)');
    await typeTime(page, '9h30');
    button(schedule(page), 'Add').click();
    await page.settle();
    expect(times(page)).toEqual(['09:30', '12:00', '20:00']);
    expect((card(page, '#time-to-add') as HTMLInputElement).value).toBe('');
    button(schedule(page), 'Save').click();
    const sent = saved(page, 'refresh_schedule');
    expect([sent.request.body, sent.request.headers.get('If-Match')]).toEqual([
      { value: { times: ['09:30', '12:00', '20:00'] } },
      '"2"',
    ]);
    sent.flush(
      settings({
        refresh_schedule: { ...state({ revision: 3 }), value: { times: ['09:30', '12:00', '20:00'] } },
      }),
    );
    await page.settle();
    expect(textOf(schedule(page))).not.toContain('unsaved');
    page.api.expectOne('/api/views'); // each view tells its next refresh
  });

  it('is off without a time', async () => {
    const page = await settingsPage();
    for (const time of ['12:00', '20:00']) {
      button(schedule(page), `Remove ${time}`).click();
      await page.settle();
    }
    expect(textOf(schedule(page))).toContain('Off: sheets are fetched only when somebody refreshes a view.');
    button(schedule(page), 'Save').click();
    expect(saved(page, 'refresh_schedule').request.body).toEqual({ value: { times: [] } });
  });

  it('saves a time that was typed and not added', async () => {
    const page = await settingsPage();
    await typeTime(page, '06:00');
    expect(textOf(schedule(page))).toContain('unsaved');
    button(schedule(page), 'Save').click();
    expect(saved(page, 'refresh_schedule').request.body).toEqual({
      value: { times: ['06:00', '12:00', '20:00'] },
    });
  });

  it('says what is wrong once a time is typed, and discards it', async () => {
    const page = await settingsPage();
    const leave = await typeTime(page, '25:00');
    expect(schedule(page).querySelector('[role="alert"]')).toBeNull();
    expect(button(schedule(page), 'Save').disabled).toBe(true);
    await leave();
    expect(textOf(card(page, 'app-schedule-card [role="alert"]'))).toBe(
      '"25:00" is no time: write it as HH:MM, from 00:00 to 23:59.',
    );
    button(schedule(page), 'Add').click();
    await page.settle();
    expect(times(page)).toEqual(['12:00', '20:00']);
    button(schedule(page), 'Discard').click();
    await page.settle();
    expect(schedule(page).querySelector('[role="alert"]')).toBeNull();
    expect((card(page, '#time-to-add') as HTMLInputElement).value).toBe('');
  });
});

describe('the limits of the gate', () => {
  const LIMIT = 'Deals removed, more than so many percent';

  it('are saved as shares', async () => {
    const page = await settingsPage();
    await type(page, LIMIT, '12,5');
    button(card(page, 'app-gate-card'), 'Save').click();
    expect(saved(page, 'refresh_gate').request.body).toEqual({
      value: { removed_share: 0.125, value_change_share: 0.3, unreadable_share: 0.1 },
    });
  });

  it('say what is wrong, at the field too', async () => {
    const page = await settingsPage();
    await type(page, LIMIT, '101');
    expect(textOf(card(page, 'app-gate-card [role="alert"]'))).toBe('Deals removed: a number from 0 to 100.');
    expect(card(page, `[aria-label="${LIMIT}"]`).getAttribute('aria-invalid')).toBe('true');
    expect(button(card(page, 'app-gate-card'), 'Save').disabled).toBe(true);
  });
});

describe.each([
  [
    'row_limit',
    'Rows that a file or a sheet may have',
    '500,000',
    'from 1 to 10,000,000',
    'Its sheet is refused',
  ],
  ['history_days', 'Days that the history of an import is kept', '400', 'from 1 to 36,500', 'for good'],
  ['audit_days', 'Days that entries of the audit log are kept', '400', 'from 30 to 36,500', 'for good'],
] as const)('%s', (key, label, shown, range, warning) => {
  async function numberCard() {
    const page = await settingsPage();
    const field = card(page, `[aria-label="${label}"]`) as HTMLInputElement;
    const around = field.closest('app-number-card');
    if (!around) throw new Error('The field is in no card.');
    return { page, field, around };
  }

  it('is saved as a number', async () => {
    const { page, field, around } = await numberCard();
    expect(field.value).toBe(shown);
    await type(page, label, '1,200');
    button(around, 'Save').click();
    expect(saved(page, key).request.body).toEqual({ value: 1_200 });
  });

  it('warns of what less takes away', async () => {
    const { page, around } = await numberCard();
    expect(textOf(around)).not.toContain(warning);
    await type(page, label, '100');
    expect(textOf(around)).toContain(warning);
    button(around, 'Discard').click();
    await page.settle();
    expect(textOf(around)).not.toContain(warning);
  });

  it('says which numbers it may be', async () => {
    const { page, field, around } = await numberCard();
    await type(page, label, 'many');
    expect(textOf(around)).toContain(`must be a whole number ${range}.`);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(button(around, 'Save').disabled).toBe(true);
  });
});
