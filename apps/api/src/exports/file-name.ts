/** Signs that no file system or header likes. */
const RISKY = /[\p{Cc}\p{Cf}"*/:<>?\\|%;']+/gu;

/** A name that says what a file holds, such as `signal-poa.generated-2026-07-01-2026-12-31`. */
export function fileName(...parts: readonly string[]): string {
  return parts.map(inFileName).filter(Boolean).join('-');
}

function inFileName(part: string): string {
  return part
    .toLowerCase()
    .replace(RISKY, ' ')
    .trim()
    .replace(/[\s-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
}

/* What Excel takes: no more, none of these, no apostrophe at an edge. */
const LONGEST_SHEET = 31;
const NOT_IN_SHEET = /[[\]:*?/\\\p{C}]/gu;

/** A name for the sheet of a workbook, in words. */
export function sheetName(title: string): string {
  const words = title
    .replace(/[_.]/g, ' ')
    .replace(NOT_IN_SHEET, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_SHEET);
  const plain = words.replace(/^'+|'+$/g, '').trim();
  return plain === '' ? 'Export' : `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
}

/** The header that makes a browser save an answer under a name: in ASCII for all, as it is for those that can (RFC 6266). */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_');
  const exact = ascii === name ? '' : `; filename*=UTF-8''${encodeURIComponent(name)}`;
  return `attachment; filename="${ascii}"${exact}`;
}
