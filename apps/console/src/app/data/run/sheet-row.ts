import type { RunSource } from '@app/contracts';

/**
 * The address of a row in the Google Sheet that a run read; null for a file.
 *
 * @param row the first line of the sheet is 1
 */
export function sheetRowAddress({ type, url }: RunSource, row: number | null): string | null {
  if (type !== 'google_sheets' || url === null || row === null || !URL.canParse(url)) return null;
  const address = new URL(url);
  const gid = new URLSearchParams(address.hash.slice(1)).get('gid') ?? address.searchParams.get('gid');
  address.hash = new URLSearchParams({ ...(gid ? { gid } : {}), range: `${row}:${row}` }).toString();
  return address.href;
}
