import type { OpenedPage } from './at';

/** The field of a page that is named so. @throws Error when there is none */
export function field(page: OpenedPage, label: string): HTMLInputElement {
  const found = page.element.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
  if (!found) throw new Error(`There is no field ${label}.`);
  return found;
}

/** Types into a field, or changes it by another event. */
export async function type(page: OpenedPage, label: string, text: string, event = 'input'): Promise<void> {
  field(page, label).value = text;
  field(page, label).dispatchEvent(new Event(event));
  await page.settle();
}

/** Pastes what a spreadsheet has copied. */
export async function paste(page: OpenedPage, label: string, text: string): Promise<void> {
  const event = new Event('paste', { cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => text } });
  field(page, label).dispatchEvent(event);
  await page.settle();
}
