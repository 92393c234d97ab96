// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it } from 'vitest';

import type { Sections } from '#domain/coe/coe.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import { NO_OWN_QUESTIONS } from '#domain/questions/own-questions.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { CoeEditor } from '#renderer/editor/shell/coe-editor.tsx';
import { queryClient } from '#renderer/platform/queries.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';
import { openTestDraft } from '#test/support/open-test-draft.ts';
import { someCoe } from '#test/support/some-coe.ts';

afterEach(cleanup);

const { sections } = someCoe();

function openEditor(section: SectionId, changes: Partial<Sections> = {}): void {
  queryClient.clear();
  fakeBridge({
    'settings:read': DEFAULT_SETTINGS,
    'questions:read': { questions: NO_OWN_QUESTIONS, fault: null, readOnly: true },
    'sharing:threads': [],
  });
  const { draft } = openTestDraft({ coe: someCoe({ sections: { ...sections, ...changes } }) });
  render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter initialEntries={[`/?section=${section}`]}>
        <DraftContext value={draft}>
          <CoeEditor />
        </DraftContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

/** Types a letter where the focus is. */
function letterInFocus(): void {
  act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key: 'a' }));
}

it('a letter opens no picker of conditions, neither on its button nor on the list above', () => {
  const condition = { id: 'row-1', condition: 'Alarm fatigue', control: null, knownBefore: null, note: '' };
  openEditor('cause', { cause: { ...sections.cause, conditions: [condition] } });
  act(() => button('Add a condition').focus());
  letterInFocus();
  expect(screen.queryByRole('dialog', { name: 'Conditions' })).toBeNull();

  const list = screen.getByRole('list', { name: 'Contributing conditions' });
  act(() => {
    list.tabIndex = -1;
    list.focus();
  });
  expect(document.activeElement).toBe(list);
  letterInFocus();
  expect(screen.queryByRole('dialog', { name: 'Conditions' })).toBeNull();

  fireEvent.click(button('Add a condition'));
  expect(screen.getByRole('dialog', { name: 'Conditions' })).toBeTruthy();
});
