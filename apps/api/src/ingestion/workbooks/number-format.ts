import { currencyIn } from '@app/domain';

/** What a number means by the way its cell shows it. */
export interface NumberFormat {
  readonly kind: 'number' | 'percent' | 'percent_sign' | 'date' | 'time';
  /** Sign or code of the currency that it shows; null where it shows none. */
  readonly currency: string | null;
}

export const PLAIN_NUMBER: NumberFormat = { kind: 'number', currency: null };
const PERCENT: NumberFormat = { kind: 'percent', currency: null };
/** A number with a sign behind it that is a mere text: 5 is 5 %. */
const PERCENT_SIGN: NumberFormat = { kind: 'percent_sign', currency: null };
const DATE: NumberFormat = { kind: 'date', currency: null };
const TIME: NumberFormat = { kind: 'time', currency: null };

/** What is shown as it stands: `"text"`, `\x`, and `_x` and `*x`, which show a space. */
const LITERALS = /"[^"]*"|\\.|[_*]./gs;
const BRACKETS = /\[[^\]]*\]/g;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
const CURRENCY_BRACKET = /\[\$([^\]-]*)[^\]]*\]/;
const NAMES_OF_GENERAL = /^(?:general|standard|standaard|estándar|generale)$/i;
const HALVES_OF_DAY = /am\/pm|a\/p/gi;

/*
 * Formats that a file names by their number alone. Those of currencies (5 to 8, 42, 44) show the currency of whoever
 * looks at them, so they say nothing.
 */
const BUILT_IN: ReadonlyMap<number, NumberFormat> = new Map([
  ...range(9, 10, PERCENT),
  ...range(14, 17, DATE),
  ...range(18, 21, TIME),
  ...range(22, 22, DATE),
  ...range(27, 31, DATE),
  ...range(32, 35, TIME),
  ...range(36, 36, DATE),
  ...range(45, 47, TIME),
  ...range(50, 58, DATE),
]);

/**
 * What a format makes of a number.
 *
 * @param id its number
 * @param code its code, such as `#,##0.00 [$€-40C]`; null where the file has none
 */
export function numberFormat(id: number, code: string | null): NumberFormat {
  if (code === null) return BUILT_IN.get(id) ?? PLAIN_NUMBER;
  if (NAMES_OF_GENERAL.test(code)) return PLAIN_NUMBER;
  // What positive numbers look like says what the column holds.
  const section = /^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*/s.exec(code)?.[0] ?? '';
  const bare = section.replace(LITERALS, '');
  if (ELAPSED.test(bare)) return TIME;
  const letters = bare.replace(BRACKETS, '').replace(HALVES_OF_DAY, 'h').toLowerCase();
  if (/[dy]/.test(letters)) return DATE;
  if (/[hs]/.test(letters)) return TIME;
  if (letters.includes('m')) return DATE;
  if (letters.includes('%')) return PERCENT;
  if (section.includes('%')) return PERCENT_SIGN;
  return { kind: 'number', currency: currencyOfFormat(section) };
}

function currencyOfFormat(section: string): string | null {
  const bracket = CURRENCY_BRACKET.exec(section)?.[1] ?? '';
  const shown = section
    .replace(BRACKETS, ' ')
    .replace(/[_*]./gs, ' ')
    .replace(
      /"([^"]*)"|\\(.)/gs,
      (_, quoted: string | undefined, single: string | undefined) => quoted ?? single ?? '',
    );
  return currencyIn(bracket) ?? currencyIn(shown);
}

function range(from: number, to: number, format: NumberFormat): [number, NumberFormat][] {
  return Array.from({ length: to - from + 1 }, (_, at) => [from + at, format]);
}
