import type { Page } from '@playwright/test';
import type { User } from '@app/contracts';
import { ask, expect, signIn, test } from './support/journey.js';

/** Opens the page by the menu of one's name. */
async function openUsers(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Users' }).click();
  await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible();
}

const viewsOffered = async (page: Page): Promise<string[]> => {
  await page.getByRole('button', { name: /^View: / }).click();
  const names = await page.getByRole('menuitemradio').allInnerTexts();
  await page.keyboard.press('Escape');
  return names.map((name) => name.split('\n')[0]?.trim() ?? '');
};

test.describe('the users', () => {
  test('a super admin adds a viewer, who comes in by a link and sees that view alone, until removed', async ({
    page,
    browser,
    product,
    signInAs,
  }) => {
    await signInAs('admin@example.com');
    await openUsers(page);
    await page.getByRole('button', { name: 'Add somebody' }).click();
    const adding = page.getByRole('dialog', { name: 'Add somebody' });
    await adding.getByRole('textbox', { name: /^Address/ }).fill('nora@firm.example');
    await adding.getByRole('textbox', { name: /^Name/ }).fill('Nora Nadal');
    await adding.getByRole('checkbox', { name: 'Market' }).check();
    await adding.getByRole('checkbox', { name: /^Make a sign-in link/ }).check();
    await adding.getByRole('button', { name: 'Add', exact: true }).click();
    const link = await page.getByRole('textbox', { name: 'The link' }).inputValue();
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('row', { name: /^Nora Nadal/ })).toContainText('Market');

    const theirs = await browser.newPage({ baseURL: product.address });
    await theirs.goto(new URL(link).pathname + new URL(link).hash);
    await theirs.getByRole('button', { name: 'Sign in', exact: true }).click();
    await theirs.getByRole('navigation', { name: 'Pages of this view' }).waitFor();
    expect(await viewsOffered(theirs)).toEqual(['Market']);
    await theirs.getByRole('button', { name: /^Signed in as/ }).click();
    await expect(theirs.getByRole('menuitem', { name: 'Users' })).toHaveCount(0);
    await theirs.keyboard.press('Escape');
    await theirs.goto('/users');
    await expect(theirs.getByText('Only super admins can open this page')).toBeVisible();

    await page.getByRole('button', { name: 'Edit Nora Nadal' }).click();
    const editing = page.getByRole('dialog', { name: 'Edit Nora Nadal' });
    await editing.getByRole('checkbox', { name: 'Signal' }).check();
    await editing.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Nora Nadal was changed.')).toBeVisible();
    await theirs.goto('/');
    await theirs.getByRole('navigation', { name: 'Pages of this view' }).waitFor();
    expect((await viewsOffered(theirs)).toSorted()).toEqual(['Market', 'Signal']);

    await page.getByRole('button', { name: 'Edit Nora Nadal' }).click();
    await expect(editing.getByText('1 session is open.')).toBeVisible();
    await editing.getByRole('button', { name: 'Remove…' }).click();
    await editing.getByRole('button', { name: 'Remove Nora Nadal' }).click();
    await expect(page.getByText('Nora Nadal was removed.')).toBeVisible();
    await expect(page.getByRole('searchbox')).toBeFocused();
    expect((await theirs.request.get('/api/auth/me')).status()).toBe(401);
    await theirs.goto('/');
    await expect(theirs).toHaveURL(/sign-in/);
    await theirs.close();
  });

  test('says beside each control why the last super admin stays, and is worked by keyboard', async ({
    page,
    product,
  }) => {
    await signIn(page, 'admin@example.com', product.address);
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible();
    await page.getByRole('searchbox').fill('ada');
    await page.getByRole('searchbox').press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Edit Ada Admin' })).toBeFocused();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Edit Ada Admin' });
    await expect(dialog.getByText('The last super admin stays one')).toBeVisible();
    await expect(dialog.getByText('The last super admin cannot be removed')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Remove…' })).toBeDisabled();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Edit Ada Admin' })).toBeFocused();
    const { items } = await ask<{ items: User[] }>(page, '/api/users');
    expect(items.filter(({ is_last_super_admin }) => is_last_super_admin)).toHaveLength(1);
  });
});
