// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { addChosen, dropChosen, showList, toggleChosen, useChosenCoes } from '#renderer/list/chosen-coes.ts';

const LIST = { library: 'one', search: '?status=open' };

const chosenIn = (library: string): readonly string[] => renderHook(() => useChosenCoes(library)).result.current;

beforeEach(() => {
  showList({ library: 'none', search: '' });
  showList(LIST);
  toggleChosen('one', 'a');
});
afterEach(cleanup);

it('keeps what is chosen while the same list is shown again', () => {
  showList({ ...LIST });
  expect(chosenIn('one')).toEqual(['a']);
});

it.each([
  { ...LIST, search: '?status=done' },
  { ...LIST, library: 'two' },
])('drops what is chosen when another list is shown: %o', (other) => {
  showList(other);
  expect(chosenIn('one')).toEqual([]);
  expect(chosenIn('two')).toEqual([]);
});

it('does not choose what was found for a list that is no longer shown', () => {
  showList({ ...LIST, search: '?status=done' });
  act(() => addChosen(LIST, ['b', 'c']));
  expect(chosenIn('one')).toEqual([]);
});

it('keeps what is chosen in this library when a COE of another one is taken back', () => {
  dropChosen('two', ['a']);
  expect(chosenIn('one')).toEqual(['a']);
});
