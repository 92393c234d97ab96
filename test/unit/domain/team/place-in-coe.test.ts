import { describe, expect, it } from 'vitest';

import { actionSchema } from '#domain/coe/sections/actions.ts';
import { placeOfPath } from '#domain/team/place-in-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';

describe('the place of a path in a COE', () => {
  const coe = someCoe();
  coe.sections.actions.items = [actionSchema.parse({ id: 'a1', text: 'Check the date' })];

  it.each([
    [['title'], { section: 'header', rowId: null, field: 'title' }],
    [[], { section: 'header', rowId: null, field: null }],
    [['sections', 'cause', 'prose'], { section: 'cause', rowId: null, field: 'prose' }],
    [['sections', 'actions', 'items', 'a1', 'text'], { section: 'actions', rowId: 'a1', field: 'text' }],
    [['sections', 'actions', 'items', 'a1'], { section: 'actions', rowId: 'a1', field: null }],
    [['sections', 'actions', 'items', 'gone', 'text'], { section: 'actions', rowId: null, field: 'text' }],
    [['sections', 'unheard-of', 'x'], { section: 'header', rowId: null, field: 'sections' }],
  ])('%j', (path, place) => expect(placeOfPath(path, coe)).toEqual(place));
});
