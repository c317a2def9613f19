import { fieldOfHeader } from '@app/domain/ingest';
import { DEAL_FIELDS, type DealField } from '@app/domain/deal';
import { COLUMN_NAMES } from '../data/run/column-names';
import { RECORDS } from './texts';

describe('labels of columns', () => {
  const shown = [RECORDS.columns, RECORDS.fields, COLUMN_NAMES].flatMap((labels) =>
    Object.entries(labels).filter(([field]) => DEAL_FIELDS.includes(field as DealField)),
  );

  it.each(shown)('of %s are headers that a sheet may have: %s', (field, label) => {
    expect(fieldOfHeader(label)).toBe(field);
  });
});
