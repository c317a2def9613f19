import { Service, inject } from '@angular/core';
import type { DealFieldChange } from '@app/contracts';
import { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';
import { RECORDS } from './texts';

const LABELS: Readonly<Record<string, string>> = { ...RECORDS.columns, ...RECORDS.fields };
const DATES = new Set(['discovery_date', 'poa_date', 'billing_start']);

/** The fields of a deal in words: what a field is called, and how its value is written. */
@Service()
export class FieldWords {
  private readonly formats = inject(Formats);

  label(field: string): string {
    return LABELS[field] ?? field;
  }

  /** A value before or after a change; nothing is a dash. */
  written(field: string, value: DealFieldChange['before']): string {
    if (value === null || value === '') return TEXTS.none;
    if (typeof value === 'number') return this.formats.money(value);
    return DATES.has(field) ? this.formats.date(value.slice(0, 10)) : value;
  }
}
