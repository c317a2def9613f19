import { report, run } from '../../testing/answers';
import { choicesOf, draftOf, freeColumns, isOtherReading } from './reading-draft';

const nothing = run().reading;
const sheet = report({
  unknown_columns: ['Etape', 'Comment'],
  proposals: [{ header: 'Etape', field: 'stage' }],
  missing_columns: ['stage', 'owner', 'product'],
});
const told = { ...nothing, separator: 'tab' as const, columns: { AE: 'owner' as const, Region: null } };

describe('a draft of how a file is read', () => {
  it('starts with what the run was told, and what is proposed', () => {
    expect(draftOf({ reading: told }, sheet)).toEqual({
      sheet: '',
      encoding: '',
      separator: 'tab',
      headerRow: '',
      dateOrder: '',
      columns: { AE: 'owner', Region: '', Etape: 'stage', Comment: '' },
    });
  });

  it('says nothing of headers that nobody said anything about', () => {
    const draft = draftOf({ reading: told }, sheet);
    expect(choicesOf({ ...draft, headerRow: '3' }, { reading: told })).toEqual({
      sheet: null,
      encoding: null,
      separator: 'tab',
      header_row: 3,
      date_order: null,
      columns: { AE: 'owner', Region: null, Etape: 'stage' },
    });
  });

  it('is another reading once a proposal is in it, or anything was changed', () => {
    const draft = draftOf({ reading: told }, sheet);
    expect(isOtherReading(draft, { reading: told })).toBe(true);
    const withoutProposal = { ...draft, columns: { ...draft.columns, Etape: '' as const } };
    expect(isOtherReading(withoutProposal, { reading: told })).toBe(false);
    expect(isOtherReading({ ...withoutProposal, separator: '' }, { reading: told })).toBe(true);
  });

  it('offers a header the columns that no other one has', () => {
    const draft = draftOf({ reading: told }, sheet);
    expect(freeColumns(draft, 'Comment', { reading: told }, sheet)).toEqual(['product']);
    expect(freeColumns(draft, 'AE', { reading: told }, sheet)).toEqual(['product', 'owner']);
    expect(freeColumns(draft, 'Etape', { reading: told }, sheet)).toEqual(['stage', 'product']);
  });
});
