// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { unknownMoment } from '#domain/time/moment.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { TimelineSection } from '#renderer/editor/sections/timeline/timeline-section.tsx';
import { queryClient } from '#renderer/platform/queries.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';
import { openTestDraft, type TestDraft } from '#test/support/open-test-draft.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

afterEach(cleanup);

const { sections } = someCoe();

function showTimeline(): TestDraft {
  fakeBridge({ 'settings:read': DEFAULT_SETTINGS });
  const entries = [timelineEntry('row-0', unknownMoment(), { what: 'The disk was full' })];
  const test = openTestDraft({
    coe: someCoe({ sections: { ...sections, timeline: { ...sections.timeline, entries } } }),
  });
  const page = (part: ReactNode): ReactNode => (
    <QueryClientProvider client={queryClient}>
      <MemoryRouter>
        <DraftContext value={test.draft}>{part}</DraftContext>
      </MemoryRouter>
    </QueryClientProvider>
  );
  render(page(<TimelineSection />));
  return test;
}

const when = (): HTMLElement => screen.getByRole('textbox', { name: 'When, timeline entry 1' });
const timeOf = (coe: Coe | undefined): string | undefined => coe?.sections.timeline.entries[0]?.when.value;

it('a time that is typed and not set yet is in the journal, and not in the draft', async () => {
  const { draft, disk, wait } = showTimeline();
  fireEvent.change(when(), { target: { value: '10:04' } });
  await act(() => wait(150));
  expect(timeOf(disk.kept.at(-1)?.words)).toMatch(/T10:04$/);
  expect(timeOf(draft.store.getState().coe)).toBe('');
  expect(draft.store.getState().canUndo).toBe(false);
});

it('a time that is given up with Escape leaves the journal', async () => {
  const { disk, wait } = showTimeline();
  fireEvent.change(when(), { target: { value: '10:04' } });
  await act(() => wait(150));
  expect(timeOf(disk.kept.at(-1)?.words)).toMatch(/T10:04$/);
  fireEvent.keyDown(when(), { key: 'Escape' });
  await act(() => wait(150));
  expect(disk.kept).toEqual([]);
});

it('an entry whose time was being typed comes back with redo after its adding was undone', () => {
  const { draft } = showTimeline();
  fireEvent.click(screen.getByRole('button', { name: 'Add timeline entry' }));
  fireEvent.change(screen.getByRole('textbox', { name: 'When, timeline entry 2' }), { target: { value: '10:04' } });
  act(() => draft.undo());
  expect(draft.store.getState().coe.sections.timeline.entries).toHaveLength(1);
  expect(draft.store.getState()).toMatchObject({ canUndo: false, canRedo: true });
  act(() => draft.redo());
  expect(draft.store.getState().coe.sections.timeline.entries).toHaveLength(2);
});
