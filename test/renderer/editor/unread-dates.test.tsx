// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
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

function openCoe(): Draft {
  fakeBridge({ 'settings:read': DEFAULT_SETTINGS });
  const items = [actionSchema.parse({ id: 'action-1', text: 'Add an alarm' })];
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
const dueOf = ({ sections: { actions } }: Coe): string | null | undefined => actions.items[0]?.due;

it('a date that cannot be read is still in its field after a visit to another section', () => {
  const draft = openCoe();
  goToActions(draft);
  fireEvent.change(due(), { target: { value: 'when pigs fly' } });
  goAway();
  goToActions(draft);
  expect(due().value).toBe('when pigs fly');
  expect(due().getAttribute('aria-invalid')).toBe('true');
  expect(dueOf(draft.store.getState().coe)).toBe(null);
});

it('a date that was given up or corrected is not there again', () => {
  const draft = openCoe();
  goToActions(draft);
  fireEvent.change(due(), { target: { value: 'when pigs fly' } });
  goAway();
  goToActions(draft);
  fireEvent.keyDown(due(), { key: 'Escape' });
  goAway();
  goToActions(draft);
  expect(due().value).toBe('');
  fireEvent.change(due(), { target: { value: '2026-06-05' } });
  goAway();
  expect(dueOf(draft.store.getState().coe)).toBe('2026-06-05');
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
