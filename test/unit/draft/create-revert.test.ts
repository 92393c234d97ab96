import { describe, expect, it } from 'vitest';

import { openTestDraft } from '#test/support/open-test-draft.ts';

describe('taking back what was just said to be done', () => {
  const withTags = () => {
    const test = openTestDraft();
    const { draft } = test;
    draft.change((coe) => ({ ...coe, tags: ['family', 'school'] }), { location: 'header' });
    draft.change((coe) => ({ ...coe, tags: ['family'] }), { location: 'header' });
    return { ...test, draft, takeBack: draft.createRevert() };
  };

  it('is an undo as long as nothing came after', () => {
    const { draft, takeBack } = withTags();
    takeBack();
    expect(draft.store.getState().coe.tags).toEqual(['family', 'school']);
    draft.redo();
    expect(draft.store.getState().coe.tags).toEqual(['family']);
  });

  it('leaves what was written since as it is', () => {
    const { draft, takeBack, type } = withTags();
    type('Written afterwards');
    takeBack();
    expect(draft.store.getState().coe).toMatchObject({ tags: ['family', 'school'], summary: 'Written afterwards' });
    draft.undo();
    expect(draft.store.getState().coe).toMatchObject({ tags: ['family'], summary: 'Written afterwards' });
  });

  it('does nothing when it was undone already', () => {
    const { draft, takeBack } = withTags();
    draft.undo();
    takeBack();
    expect(draft.store.getState().coe.tags).toEqual(['family', 'school']);
  });
});
