/** A sheet of Google Sheets: what its address names. */
export interface SheetAddress {
  /** Id of the document. */
  readonly id: string;
  /** Number of a tab; null where the address names none. */
  readonly gid: string | null;
}

const HOST = 'docs.google.com';
const LONGEST = 2_048;
const PATH = /^\/(?:a\/[^/]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/([\w-]{10,200})(?:\/|$)/;
const PUBLISHED = /^\/spreadsheets\/(?:u\/\d+\/)?d\/e\//;
const GID = /^\d{1,15}$/;
const COPY = 'Copy it from the browser while the sheet is open: https://docs.google.com/spreadsheets/d/…';

/** An address as people copy it: browsers show it without its scheme. */
export function withScheme(text: string): string {
  const written = text.trim();
  return written.toLowerCase().startsWith(`${HOST}/`) ? `https://${written}` : written;
}

/**
 * Reads the address of a sheet. Nothing of it is ever requested: addresses are made anew of what is returned.
 *
 * @returns the sheet, or what is wrong with the address
 */
export function parseSheetAddress(text: string): SheetAddress | string {
  const written = withScheme(text);
  if (written.length > LONGEST || !URL.canParse(written)) return `This is no address. ${COPY}`;
  const url = new URL(written);
  if (url.protocol !== 'https:') return `The address must begin with https://. ${COPY}`;
  if (url.username !== '' || url.password !== '') {
    return `The address holds a user or a password, which no sheet needs. ${COPY}`;
  }
  if (url.hostname !== HOST || url.port !== '') {
    return `Only sheets of Google are read by address: it must begin with https://${HOST}/. Upload other sheets as a file.`;
  }
  if (PUBLISHED.test(url.pathname)) {
    return `This is the address of a page that was published to the web, not of the sheet. ${COPY}`;
  }
  const id = PATH.exec(url.pathname)?.[1];
  if (id === undefined) return `The address names no sheet. ${COPY}`;
  const gid = new URLSearchParams(url.hash.slice(1)).get('gid') ?? url.searchParams.get('gid');
  if (gid !== null && !GID.test(gid))
    return `The address names the tab "${gid.slice(0, 40)}", and tabs have numbers. ${COPY}`;
  return { id, gid };
}

/**
 * Where Google hands a sheet out. With a name of a tab, or neither name nor number, the whole workbook: it has names
 * and types. A workbook knows no numbers of tabs, so that with one it is the CSV of that tab.
 */
export function exportAddress({ id, gid }: SheetAddress, tab: string | null): URL {
  const url = new URL(`https://${HOST}/spreadsheets/d/${id}/export`);
  url.searchParams.set('format', tab === null && gid !== null ? 'csv' : 'xlsx');
  if (tab === null && gid !== null) url.searchParams.set('gid', gid);
  return url;
}
