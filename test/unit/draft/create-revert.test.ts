import { describe, expect, it } from 'vitest';

import { openTestDraft } from '#test/support/open-test-draft.ts';

describe('createRevert', () => {
  const withTags = () => {
    const test = openTestDraft();
    const { draft } = test;
    draft.change((coe) => ({ ...coe, tags: ['family', 'school'] }), { location: 'header' });
    draft.change((coe) => ({ ...coe, tags: ['family'] }), { location: 'header' });
    return { ...test, draft, takeBack: draft.createRevert() };
  };

  it('undoes the change while it is the newest', () => {
    const { draft, takeBack } = withTags();
    takeBack();
    expect(draft.store.getState().coe.tags).toEqual(['family', 'school']);
    draft.redo();
    expect(draft.store.getState().coe.tags).toEqual(['family']);
  });

  it('keeps later changes', () => {
    const { draft, takeBack, type } = withTags();
    type('Written afterwards');
    takeBack();
    expect(draft.store.getState().coe).toMatchObject({ tags: ['family', 'school'], summary: 'Written afterwards' });
    draft.undo();
    expect(draft.store.getState().coe).toMatchObject({ tags: ['family'], summary: 'Written afterwards' });
  });

  it('does nothing when the change was already undone', () => {
    const { draft, takeBack } = withTags();
    draft.undo();
    takeBack();
    expect(draft.store.getState().coe.tags).toEqual(['family', 'school']);
  });
});
