// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it } from 'vitest';

import { actionSchema } from '#domain/coe/sections/actions.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { NextSteps } from '#renderer/editor/shell/next-steps.tsx';
import { queryClient } from '#renderer/platform/queries.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';
import { openTestDraft } from '#test/support/open-test-draft.ts';
import { someCoe } from '#test/support/some-coe.ts';

afterEach(cleanup);

it('a double click sets one status, although the button is for the next one after the first click', () => {
  fakeBridge({ 'settings:read': DEFAULT_SETTINGS });
  const { draft } = openTestDraft();
  render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter>
        <DraftContext value={draft}>
          <NextSteps sections={['context']} onGo={() => undefined} asksForPattern={false} />
        </DraftContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  const click = (name: string, detail: number): void => {
    const button = screen.getByRole('button', { name });
    fireEvent.mouseDown(button, { detail });
    fireEvent.click(button);
  };
  const status = (): string => draft.store.getState().coe.status;
  click('Mark as ready for review', 1);
  click('Mark as reviewed', 2);
  expect(status()).toBe('ready');
  click('Mark as reviewed', 1);
  expect(status()).toBe('reviewed');
});

it('once every section is answered, says what the actions still need', () => {
  fakeBridge({ 'settings:read': DEFAULT_SETTINGS });
  const { sections } = someCoe();
  const items = [actionSchema.parse({ id: 'a', text: 'Add an alarm', owner: 'Ana' })];
  const { draft } = openTestDraft({
    coe: someCoe({ sections: { ...sections, actions: { ...sections.actions, items } } }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter>
        <DraftContext value={draft}>
          <NextSteps sections={['actions']} onGo={() => undefined} asksForPattern={false} />
        </DraftContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  const next = screen.getByRole('region', { name: 'What comes next' });
  expect(next.textContent).toContain('Some actions still need a due date and a “done when”, which can wait.');
});
