// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { unknownMoment } from '#domain/time/moment.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { TimelineSection } from '#renderer/editor/sections/timeline/timeline-section.tsx';
import { queryClient } from '#renderer/platform/queries.ts';
import { Toasts } from '#renderer/ui/toast.tsx';
import { openTestDraft, type TestDraft } from '#test/support/open-test-draft.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

const LOG = '[11:51 PM] ana: disk alert\n[11:58 PM] ben: on it';

/** Stands in for the browser's command, which happy-dom lacks. */
const insertText = vi.fn<(command: string, ui: boolean, text: string) => boolean>();

beforeEach(() => {
  const ask = () => Promise.resolve({ ok: true, value: DEFAULT_SETTINGS });
  Object.assign(window, { once: { ask, on: () => () => undefined } });
  insertText.mockReset();
  Object.assign(document, { execCommand: insertText });
});
afterEach(cleanup);

const fieldOf = (): HTMLTextAreaElement => screen.getByLabelText('What happened, timeline entry 1');

/** A timeline with a row into which a chat log was just pasted, so that the preview is open. */
function pasteLog(): TestDraft {
  const { sections } = someCoe();
  const entries = [timelineEntry('row-0', unknownMoment(), { what: 'Log: ' })];
  const test = openTestDraft({
    coe: someCoe({ sections: { ...sections, timeline: { ...sections.timeline, entries } } }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter>
        <DraftContext value={test.draft}>
          <TimelineSection />
          <Toasts />
        </DraftContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  const field = fieldOf();
  field.focus();
  field.setSelectionRange(5, 5);
  const event = createEvent.paste(field, {
    clipboardData: { getData: (type: string) => (type === 'text/plain' ? LOG : ''), files: [] },
  });
  fireEvent(field, event);
  expect(event.defaultPrevented).toBe(true);
  return test;
}

const pasteAsText = (): boolean => fireEvent.click(screen.getByRole('button', { name: 'Paste as text' }));
const whatOf = ({ draft }: TestDraft): string | undefined =>
  draft.store.getState().coe.sections.timeline.entries[0]?.what;

describe('rows pasted as text after all', () => {
  it('go into the field by the command that the browser can undo', () => {
    pasteLog();
    insertText.mockReturnValue(true);
    pasteAsText();
    expect(document.activeElement).toBe(fieldOf());
    expect(insertText).toHaveBeenCalledExactlyOnceWith('insertText', false, LOG);
    expect(fieldOf().value).toBe('Log: ');
  });

  it('go into the field also when the browser refuses the command', () => {
    const test = pasteLog();
    insertText.mockReturnValue(false);
    pasteAsText();
    expect(whatOf(test)).toBe(`Log: ${LOG}`);
  });

  it('go into the field also when it cannot take the focus', () => {
    const test = pasteLog();
    fieldOf().focus = () => undefined;
    insertText.mockReturnValue(true);
    pasteAsText();
    expect(whatOf(test)).toBe(`Log: ${LOG}`);
  });

  it('go into the field that took the place of the one that was pasted into', () => {
    const test = pasteLog();
    insertText.mockReturnValue(false);
    const field = fieldOf();
    Object.defineProperty(field, 'isConnected', { get: () => false });
    pasteAsText();
    expect(whatOf(test)).toBe(`Log: ${LOG}`);
  });

  it('say so when the row is gone', () => {
    const test = pasteLog();
    act(() => {
      test.draft.change(
        (coe) => ({ ...coe, sections: { ...coe.sections, timeline: { ...coe.sections.timeline, entries: [] } } }),
        { location: 'timeline' },
      );
    });
    pasteAsText();
    expect(screen.getByRole('status', { name: '' }).textContent).toContain('Nothing was pasted: the row is gone.');
    expect(insertText).not.toHaveBeenCalled();
  });
});
