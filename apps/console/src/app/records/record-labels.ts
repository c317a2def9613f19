import type { DealRecord } from '@app/contracts';
import { styleOfSourceGroup } from '@app/domain/screens';
import type { Formats } from '../ui/base/formats';
import { stageName } from '../ui/base/stage-name';
import { TEXTS } from '../ui/base/texts';
import { type RecordField, isAmount, isDate, numberOf, textOf } from './record-columns';
import { RECORDS } from './texts';

/** A field of a record as shown; absent values are a dash. */
export function recordLabel(record: DealRecord, field: RecordField, formats: Formats): string {
  if (isAmount(field)) return formats.money(numberOf(record, field));
  if (field === 'weight') return formats.share(record.weight);
  if (field === 'age') return RECORDS.days(formats.count(record.age), record.age === 1);
  if (field === 'source_group') return sourceName(record.source_group);
  if (field === 'stage') return stageName(record.stage);
  const text = textOf(record, field);
  return isDate(field) ? formats.date(text) : (text ?? TEXTS.none);
}

const sourceName = (group: string): string => styleOfSourceGroup(group)?.label ?? group;
