import { expect, signIn, test, send } from './support/journey.js';

test('a session that is ended is over at once in the other browser', async ({
  page,
  browser,
  product,
  signInAs,
}) => {
  const userAgent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1';
  const phone = await browser.newPage({ baseURL: product.address, userAgent });
  await signIn(phone, 'market@example.com');
  await signInAs('market@example.com');

  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Sessions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Where you are signed in' });
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await expect(dialog.getByRole('listitem').first()).toContainText(/^Chrome on .*this browser/);
  const other = dialog.getByRole('listitem').filter({ hasText: 'Safari on iPhone' });
  await expect(other).toContainText('from 127.0.0.1');
  await other.getByRole('button', { name: /^Sign out Safari on iPhone/ }).click();
  await expect(dialog.getByText('You are signed in nowhere else.')).toBeVisible();

  // Its stream of events ends with the session, so that nobody has to press anything there.
  await expect(phone).toHaveURL(/sign-in\?return=/);
  await phone.close();

  // Nor in another tab of the browser in which one signs out.
  const tab = await page.context().newPage();
  await tab.goto('/');
  await expect(tab.getByRole('region', { name: 'Key numbers' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(tab).toHaveURL(/sign-in\?return=/);
  await expect(page).toHaveURL(/sign-in/);

  // Who signs in in one tab is who all of them show.
  await signIn(page, 'market@example.com');
  await tab.goto('/');
  await expect(tab.getByRole('button', { name: 'Signed in as Max Market' })).toBeVisible();
  const signedIn = await send(page, 'POST', '/api/auth/local', { email: 'organic@example.com' });
  expect(signedIn.status()).toBe(200);
  await page.goto('/');
  await expect(tab.getByRole('button', { name: 'Signed in as Olive Organic' })).toBeVisible();
});
