import { expect, signIn, switchTo, test } from './support/journey.js';

test('a page is saved, shared and come back to; who opens the view finds it, on a phone too', async ({
  page,
  browser,
  product,
  signInAs,
}) => {
  await signInAs('signal@example.com');
  await page.getByRole('link', { name: 'Meetings generation', exact: true }).click();
  await expect(page).toHaveURL(/meetings-generation/);
  await page.getByRole('button', { name: 'Month', exact: true }).click();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: 'Source', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Inbound' }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/source_group=inbound/);
  const saved = page.url();

  const opener = page.getByRole('button', { name: 'Saved pages' });
  const panel = page.getByRole('dialog', { name: 'Saved pages' });
  await opener.press('Enter');
  await panel.getByRole('button', { name: 'Save this page…' }).press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Inbound this month'); // what is suggested is selected
  await expect(panel.getByRole('radio', { name: 'This month, whenever I open it' })).toBeChecked();
  await panel.getByRole('checkbox', { name: /^Share with everybody/ }).check();
  await panel.getByRole('checkbox', { name: 'Make it my start page' }).check();
  await page.keyboard.press('Enter');
  const entry = panel.getByRole('button', { name: /^Inbound this month/ });
  await expect(entry).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();

  await page.getByRole('link', { name: 'Dashboard', exact: true }).click();
  await page.getByRole('button', { name: 'Year', exact: true }).click();
  await page.goto('/');
  await expect(page).toHaveURL(saved);

  const phone = await browser.newPage({
    baseURL: product.address,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  await signIn(phone, 'admin@example.com');
  await switchTo(phone, 'Signal');
  await phone.getByRole('button', { name: 'Saved pages' }).tap();
  const onPhone = phone.getByRole('dialog', { name: 'Saved pages' });
  await expect(onPhone).toContainText('by signal@example.com');
  const box = await onPhone.boundingBox();
  expect([(box?.x ?? -1) >= 0, (box?.x ?? 0) + (box?.width ?? 999) <= 390]).toEqual([true, true]);
  await onPhone.getByRole('button', { name: /^Inbound this month/ }).tap();
  await expect(phone).toHaveURL(saved);
  await phone.close();

  await opener.click();
  await panel.getByRole('button', { name: 'More about Inbound this month' }).click();
  await panel.getByRole('button', { name: 'Delete' }).click();
  await expect(entry).toBeHidden();
  const messages = page.getByRole('region', { name: 'Messages' });
  await messages.getByRole('button', { name: /^Undo/ }).click();
  await expect(messages).toContainText('Undone.');
  await page.goto('/');
  await expect(page).toHaveURL(saved);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('inbound this');
  await expect(page.getByRole('option', { name: /^Inbound this month Signal/ })).toBeVisible();
});
