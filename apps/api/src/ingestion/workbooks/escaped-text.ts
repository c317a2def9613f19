const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** Text of a workbook, which writes characters that XML has no place for as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x') || text.includes('_X')
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
