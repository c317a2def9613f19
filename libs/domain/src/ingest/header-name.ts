const MARKS = /\p{M}/gu;

const plain = (header: string) => header.trim().toLowerCase().normalize('NFKD').replace(MARKS, '');
const joined = (header: string, others: RegExp) => header.replace(others, '_').replace(/^_|_$/g, '');

/**
 * A header as it is compared with the names of columns: without accents, in lower case, one `_` for each run of
 * anything but letters and digits of ASCII.
 *
 * @see docs/domain.md, section 9
 */
export const headerName = (header: string): string => joined(plain(header), /[^a-z0-9]+/g);

/**
 * A header as a mapping knows it: as {@link headerName}, but letters and digits of every script stay, so that
 * `Клиент` and `Этап` are two headers.
 */
export const headerKey = (header: string): string => joined(plain(header), /[^\p{L}\p{N}]+/gu);
