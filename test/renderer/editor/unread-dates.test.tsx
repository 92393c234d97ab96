// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { type Action, actionSchema } from '#domain/coe/sections/actions.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import type { Draft } from '#renderer/draft/draft-state.ts';
import { ActionsSection } from '#renderer/editor/sections/actions/actions-section.tsx';
import { queryClient } from '#renderer/platform/queries.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';
import { openTestDraft } from '#test/support/open-test-draft.ts';
import { someCoe } from '#test/support/some-coe.ts';

afterEach(cleanup);

const { sections } = someCoe();

function openCoe(action: Partial<Action> = {}): Draft {
  fakeBridge({ 'settings:read': DEFAULT_SETTINGS });
  const items = [actionSchema.parse({ id: 'action-1', text: 'Add an alarm', ...action })];
  return openTestDraft({ coe: someCoe({ sections: { ...sections, actions: { ...sections.actions, items } } }) }).draft;
}

/** Goes to the actions, and into the first one. */
function goToActions(draft: Draft): void {
  render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter>
        <DraftContext value={draft}>
          <ActionsSection />
        </DraftContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  act(() => screen.getByRole('textbox', { name: 'Action 1' }).focus());
}

/** Goes to another section, where this one is not on the page. */
const goAway = cleanup;

const due = (): HTMLInputElement => screen.getByRole('textbox', { name: 'Due' });
/** The date, and what was typed instead. */
const dueOf = ({ sections: { actions } }: Coe): unknown[] => actions.items.flatMap((item) => [item.due, item.dueWords]);
const textsOf = ({ sections: { actions } }: Coe): string[] => actions.items.map(({ text }) => text);

it('a date that cannot be read is kept in the COE and in its field, also after a visit to another section', () => {
  const draft = openCoe();
  goToActions(draft);
  fireEvent.change(due(), { target: { value: 'when pigs fly' } });
  goAway();
  expect(dueOf(draft.store.getState().coe)).toEqual([null, 'when pigs fly']);
  goToActions(draft);
  expect(due().value).toBe('when pigs fly');
  expect(due().getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/What you typed is kept/)).toBeTruthy();
});

it('what is typed over a date takes its place, and can be undone', () => {
  const draft = openCoe({ due: '2026-06-05' });
  goToActions(draft);
  fireEvent.change(due(), { target: { value: 'after the holidays' } });
  fireEvent.blur(due());
  expect(dueOf(draft.store.getState().coe)).toEqual([null, 'after the holidays']);
  act(() => draft.undo());
  expect(dueOf(draft.store.getState().coe)).toEqual(['2026-06-05', '']);
  expect(due().getAttribute('aria-invalid')).toBe('false');
});

it('an action whose date was being typed comes back with redo after its adding was undone', () => {
  const draft = openCoe();
  goToActions(draft);
  fireEvent.click(screen.getByRole('button', { name: 'Add action' }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Action 2' }), { target: { value: 'Test the alarm' } });
  act(() => due().focus());
  fireEvent.change(due(), { target: { value: 'after the' } });
  act(() => draft.undo());
  act(() => draft.undo());
  expect(textsOf(draft.store.getState().coe)).toEqual(['Add an alarm']);
  expect(draft.store.getState()).toMatchObject({ canUndo: false, canRedo: true });
  act(() => draft.redo());
  act(() => draft.redo());
  expect(textsOf(draft.store.getState().coe)).toEqual(['Add an alarm', 'Test the alarm']);
});

it.each([
  ['a date', { due: '2026-06-05' }, '5 Jun 2026'],
  ['text that cannot be read', { dueWords: 'after the holidays' }, 'after the holidays'],
])('undo brings back %s that was emptied, and leaving the field keeps it', (_what, action, shown) => {
  const draft = openCoe(action);
  goToActions(draft);
  fireEvent.change(due(), { target: { value: '' } });
  expect(due().value).toBe('');
  expect(dueOf(draft.store.getState().coe)).toEqual([null, '']);
  act(() => draft.undo());
  expect(due().value).toBe(shown);
  fireEvent.blur(due());
  expect(due().value).toBe(shown);
  expect(draft.store.getState()).toMatchObject({ canUndo: false, canRedo: true });
});

it('a date that was emptied or corrected is not there again', () => {
  const draft = openCoe({ dueWords: 'when pigs fly' });
  goToActions(draft);
  expect(due().value).toBe('when pigs fly');
  fireEvent.change(due(), { target: { value: '' } });
  goAway();
  expect(dueOf(draft.store.getState().coe)).toEqual([null, '']);
  goToActions(draft);
  expect(due().value).toBe('');
  fireEvent.change(due(), { target: { value: '2026-06-05' } });
  goAway();
  expect(dueOf(draft.store.getState().coe)).toEqual(['2026-06-05', '']);
});

it('the line of an action that is not in use shows what was typed', () => {
  const draft = openCoe({ dueWords: 'when pigs fly' });
  goToActions(draft);
  act(() => screen.getByRole('textbox', { name: /^Half a year from now/ }).focus());
  expect(screen.queryByRole('textbox', { name: 'Due' })).toBeNull();
  expect(screen.getByText('due “when pigs fly”')).toBeTruthy();
});

it('words that another version of the app could not read are no date until a person says so', () => {
  const draft = openCoe({ dueWords: '5 June 2026' });
  goToActions(draft);
  expect(due().value).toBe('5 June 2026');
  fireEvent.blur(due());
  expect(dueOf(draft.store.getState().coe)).toEqual([null, '5 June 2026']);
  fireEvent.keyDown(due(), { key: 'Enter' });
  expect(dueOf(draft.store.getState().coe)).toEqual(['2026-06-05', '']);
});

it('does not hide a date that came meanwhile, such as with a change from outside', () => {
  const draft = openCoe();
  goToActions(draft);
  fireEvent.change(due(), { target: { value: 'when pigs fly' } });
  goAway();
  const set = (coe: Coe): Coe => ({
    ...coe,
    sections: {
      ...coe.sections,
      actions: {
        ...coe.sections.actions,
        items: coe.sections.actions.items.map((item) => ({ ...item, due: '2026-06-05' })),
      },
    },
  });
  draft.change(set, { location: 'actions' });
  goToActions(draft);
  expect(due().getAttribute('aria-invalid')).toBe('false');
});
