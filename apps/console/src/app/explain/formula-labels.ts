import type { Explanation, Formula, FormulaTerm } from '@app/contracts';
import type { Formats } from '../ui/base/formats';

/** Between the terms of a formula. */
export const SIGNS = { sum: '+', difference: '−', ratio: '÷', value: '' } as const;

/** Writes the numbers and terms of a formula. */
export class FormulaLabels {
  constructor(private readonly formats: Formats) {}

  number(value: number | null, unit: FormulaTerm['unit']): string {
    return unit === 'months' ? this.formats.months(value) : this.formats.long(value, unit);
  }

  /** `$2,200 Nov 2026 (22 of 30 days)` */
  term(term: FormulaTerm): string {
    return `${this.number(term.value, term.unit)} ${this.label(term)}`;
  }

  /** In formulas, months are labelled by their key. */
  label({ label, note }: FormulaTerm): string {
    const name = /^\d{4}-\d{2}$/.test(label) ? this.formats.month(label, true) : label;
    return note ? `${name} (${note})` : name;
  }

  /** A formula in one line: `$1,200 Jul 2026 + $2,200 Nov 2026 (22 of 30 days)`. */
  line({ operator, terms }: Formula): string {
    return terms.map((term) => this.term(term)).join(` ${SIGNS[operator]} `);
  }
}

/** Terms worth showing: without zeros of a sum, and without a term that only repeats the number. */
export function termsWorthReading({ formula, value }: Explanation): FormulaTerm[] {
  const { operator, terms } = formula;
  if (operator === 'value') return terms.length < 2 ? [] : terms;
  if (operator !== 'sum') return terms;
  const adding = terms.filter((term) => term.value !== 0);
  const isItself = adding.length === 1 && adding[0]?.value === value.value && !adding[0].note;
  return isItself ? [] : adding;
}

/** Whether a negative difference is shown as 0. */
export function isKeptAtZero({ formula: { operator, terms }, value }: Explanation): boolean {
  const [first, second] = terms;
  return operator === 'difference' && value.value === 0 && (first?.value ?? 0) < (second?.value ?? 0);
}
