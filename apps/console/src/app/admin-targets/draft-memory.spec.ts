import { rememberDraft, rememberedDraft } from './draft-memory';
import { withEdit } from './edits';

const draft = { revision: 3, edits: withEdit({}, {}, 'poa', '14') };

describe('unsaved edits', () => {
  it('are there after a reload, for the same person in the same view', () => {
    rememberDraft('u1', 'organic', draft);
    expect(rememberedDraft('u1', 'organic')).toEqual(draft);
    expect(rememberedDraft('u2', 'organic')).toBeNull();
    expect(rememberedDraft('u1', 'signal')).toBeNull();
  });

  it('are removed when there are none left', () => {
    rememberDraft('u1', 'organic', draft);
    rememberDraft('u1', 'organic', { revision: 4, edits: {} });
    expect(rememberedDraft('u1', 'organic')).toBeNull();
  });

  it.each(['{', '[]', '{"revision":1,"edits":{"poa":5,"nothing":{"text":"1","base":{"path":"x"}}}}'])(
    'of another shape do no harm: %s',
    (text) => {
      localStorage.setItem('pipeline.targets.u1.organic', text);
      expect(rememberedDraft('u1', 'organic')?.edits ?? {}).toEqual({});
    },
  );
});
