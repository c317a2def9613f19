import { fold } from './fold.js';

/* English and French, full and short, folded; January first. */
const NAMES = [
  'january jan janvier janv',
  'february feb fevrier fevr fev',
  'march mar mars',
  'april apr avril avr',
  'may mai',
  'june jun juin',
  'july jul juillet juil',
  'august aug aout aou',
  'september sep sept septembre',
  'october oct octobre',
  'november nov novembre',
  'december dec decembre',
];

const MONTHS = new Map(NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)));

/** The month (1-12) that an English or French name or short name stands for, in any case; null for other words. */
export function monthNamed(word: string): number | null {
  return MONTHS.get(fold(word)) ?? null;
}
