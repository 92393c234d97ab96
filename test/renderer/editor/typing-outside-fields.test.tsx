// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it, onTestFinished } from 'vitest';

import type { Coe, Sections } from '#domain/coe/coe.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import { NO_OWN_QUESTIONS } from '#domain/questions/own-questions.ts';
import { unknownMoment } from '#domain/time/moment.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { CoeEditor } from '#renderer/editor/shell/coe-editor.tsx';
import { queryClient } from '#renderer/platform/queries.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';
import { openTestDraft } from '#test/support/open-test-draft.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

afterEach(cleanup);

const { sections } = someCoe();

function openEditor(section: SectionId, changes: Partial<Sections> = {}, kind: Coe['kind'] = 'outage'): void {
  queryClient.clear();
  fakeBridge({
    'settings:read': DEFAULT_SETTINGS,
    'questions:read': { questions: NO_OWN_QUESTIONS, fault: null, readOnly: true },
    'sharing:threads': [],
  });
  const { draft } = openTestDraft({ coe: someCoe({ kind, sections: { ...sections, ...changes } }) });
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

/** Pastes a text where the focus is; an empty one stands for a picture. */
function pasteInFocus(text: string): void {
  const clipboardData = new DataTransfer();
  if (text !== '') clipboardData.setData('text/plain', text);
  act(() => void fireEvent.paste(document.activeElement ?? document.body, { clipboardData }));
}

/** The page here cannot insert a text by itself. */
function withoutExecCommand(): void {
  Object.assign(document, { execCommand: () => false });
  onTestFinished(() => void Reflect.deleteProperty(document, 'execCommand'));
}

/** What has the focus, by its label. */
const focused = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null;

it('a letter on the button below the timeline begins a row, in what happened and not in when', () => {
  openEditor('timeline');
  act(() => button('Add timeline entry').focus());
  letterInFocus();
  expect(focused()).toBe('What happened, timeline entry 1');
});

it('a letter typed in the same frame in which the only row went away begins a new one', () => {
  openEditor('timeline', {
    timeline: { ...sections.timeline, entries: [timelineEntry('row-1', unknownMoment(), { what: '' })] },
  });
  const row = screen.getByRole('textbox', { name: 'What happened, timeline entry 1' });
  act(() => row.focus());
  fireEvent.keyDown(row, { key: 'Backspace' });
  expect(row.isConnected).toBe(false);
  expect(document.activeElement).toBe(document.body);
  letterInFocus();
  expect(focused()).toBe('What happened, timeline entry 1');
});

it('what is pasted on a list of rows begins a row', () => {
  withoutExecCommand();
  openEditor('actions');
  act(() => button('Add action').focus());
  pasteInFocus('Add an alarm');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Action 1' }).value).toBe('Add an alarm');
});

it('a picture that is pasted on a list of rows begins no row', () => {
  withoutExecCommand();
  openEditor('actions');
  act(() => button('Add action').focus());
  pasteInFocus('');
  expect(screen.queryByRole('textbox', { name: 'Action 1' })).toBeNull();
});

it('a table that is pasted on a list of rows is not offered to another list', () => {
  withoutExecCommand();
  openEditor('impact', {}, 'missed-event');
  act(() => button('Add a feeling').focus());
  pasteInFocus('What\tHow much\nTaxi\t30');
  expect(screen.queryByRole('dialog')).toBeNull();
});

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
