import { report, run } from '../../testing/answers';
import { choicesOf, clashOf, draftOf, freeColumns, isOtherReading } from './reading-draft';

const nothing = run().reading;
const sheet = report({
  unknown_columns: ['Etape', 'Comment'],
  proposals: [{ header: 'Etape', field: 'stage' }],
  missing_columns: ['stage', 'owner', 'product'],
  first_rows: { header: ['AE', 'region', 'Etape', 'Comment'], rows: [], row_numbers: [] },
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
    expect(isOtherReading(draft, { reading: told }, sheet)).toBe(true);
    const withoutProposal = { ...draft, columns: { ...draft.columns, Etape: '' as const } };
    expect(isOtherReading(withoutProposal, { reading: told }, sheet)).toBe(false);
    expect(isOtherReading({ ...withoutProposal, separator: '' }, { reading: told }, sheet)).toBe(true);
  });

  it('offers a header the columns that no other one has', () => {
    const draft = draftOf({ reading: told }, sheet);
    expect(freeColumns(draft, 'Comment', { reading: told }, sheet)).toEqual(['product']);
    expect(freeColumns(draft, 'AE', { reading: told }, sheet)).toEqual(['product', 'owner']);
    expect(freeColumns(draft, 'Etape', { reading: told }, sheet)).toEqual(['stage', 'product']);
  });

  describe('after another row was read as the header', () => {
    const earlier = { ...nothing, header_row: 1, columns: { Relevant: 'relevance' as const } };
    const again = report({
      unknown_columns: ['Relevanz', 'Comment'],
      proposals: [{ header: 'Relevanz', field: 'relevance' }],
      missing_columns: ['relevance'],
      first_rows: { header: ['Kunde', 'Relevanz', 'Comment'], rows: [], row_numbers: [] },
    });

    it('has the headers of that row, and what is proposed for them', () => {
      const draft = draftOf({ reading: earlier }, again);
      expect(draft.columns).toEqual({ Relevanz: 'relevance', Comment: '' });
      expect(freeColumns(draft, 'Relevanz', { reading: earlier }, again)).toEqual(['relevance']);
      expect(choicesOf(draft, { reading: earlier }).columns).toEqual({ Relevanz: 'relevance' });
    });

    it('is no other reading for the headers that are gone', () => {
      const known = { ...again, unknown_columns: [], proposals: [], missing_columns: [] };
      expect(isOtherReading(draftOf({ reading: earlier }, known), { reading: earlier }, known)).toBe(false);
    });

    it.each([
      ['none of which is known', []],
      ['of which more are there than are known', Array.from({ length: 50 }, (_, at) => `Column ${at}`)],
    ])('keeps what was said of headers %s', (_, header) => {
      const unsure = { ...again, first_rows: { ...again.first_rows, header } };
      const draft = draftOf({ reading: earlier }, unsure);
      expect(draft.columns).toEqual({ Relevant: 'relevance', Relevanz: 'relevance', Comment: '' });
      expect(freeColumns(draft, 'Relevanz', { reading: earlier }, unsure)).toEqual(['relevance']);
      expect(clashOf(draft)).toEqual({ field: 'relevance', headers: ['Relevant', 'Relevanz'] });
    });
  });

  it('has no two headers for one column', () => {
    expect(clashOf(draftOf({ reading: told }, sheet))).toBeNull();
  });
});
