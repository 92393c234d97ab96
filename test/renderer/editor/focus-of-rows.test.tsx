// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Sections } from '#domain/coe/coe.ts';
import { unknownMoment } from '#domain/time/moment.ts';
import { newWhy } from '#domain/whys/tree.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { TimelineSection } from '#renderer/editor/sections/timeline/timeline-section.tsx';
import { WhysSection } from '#renderer/editor/sections/whys/whys-section.tsx';
import { queryClient } from '#renderer/platform/queries.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';
import { openTestDraft, type TestDraft } from '#test/support/open-test-draft.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

afterEach(cleanup);

const { sections } = someCoe();

function show(part: ReactNode, changes: Partial<Sections>): TestDraft {
  fakeBridge({ 'settings:read': DEFAULT_SETTINGS });
  const test = openTestDraft({ coe: someCoe({ sections: { ...sections, ...changes } }) });
  render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter>
        <DraftContext value={test.draft}>{part}</DraftContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return test;
}

const showWhys = (...whys: ReturnType<typeof newWhy>[]): TestDraft =>
  show(<WhysSection />, { whys: { ...sections.whys, happened: whys } });

const field = (name: string): HTMLElement => screen.getByRole('textbox', { name });
const frames = (): void => act(() => void vi.advanceTimersByTime(100));
const focused = (): string =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '';

function removeByKey(name: string): void {
  act(() => field(name).focus());
  fireEvent.keyDown(field(name), { key: 'Backspace' });
  frames();
}

function choose(menu: string, entry: string): void {
  fireEvent.click(screen.getByRole('button', { name: menu }));
  fireEvent.click(screen.getByRole('menuitem', { name: new RegExp(`^${entry}`) }));
  frames();
}

describe('the focus, when a row is removed', () => {
  it('goes to the button that adds one when it was the only row', () => {
    show(<TimelineSection />, {
      timeline: { ...sections.timeline, entries: [timelineEntry('row-0', unknownMoment(), { what: '' })] },
    });
    removeByKey('What happened, timeline entry 1');
    expect(focused()).toBe('Add timeline entry');
  });

  it('goes to the button that adds one when it was the only answer', () => {
    showWhys(newWhy('why-1'));
    removeByKey('Why 1');
    expect(focused()).toBe('Add why');
  });

  it('goes to the next answer when it was the first', () => {
    showWhys(newWhy('why-1'), { ...newWhy('why-2'), text: 'The second' });
    removeByKey('Why 1');
    expect((document.activeElement as HTMLTextAreaElement).value).toBe('The second');
  });
});

describe('the evidence of an answer', () => {
  it('has the caret when it is asked for, and writes nothing by itself', () => {
    const { draft } = showWhys({ ...newWhy('why-1'), text: 'The disk was full' });
    choose('More for why 1', 'What shows it');
    expect(focused()).toBe('Evidence for why 1');
    expect(draft.store.getState().coe.sections.whys.happened[0]?.evidence).toBe('');
  });

  it('keeps its field while all of it is replaced, and has none when it is left empty', () => {
    showWhys({ ...newWhy('why-1'), text: 'The disk was full', evidence: 'A graph' });
    const evidence = field('Evidence for why 1');
    act(() => evidence.focus());
    fireEvent.change(evidence, { target: { value: '' } });
    expect(focused()).toBe('Evidence for why 1');
    act(() => field('Why 1').focus());
    expect(screen.queryByRole('textbox', { name: 'Evidence for why 1' })).toBeNull();
  });

  it('keeps its empty field while another window is in use, which leaves the focus where it is', () => {
    showWhys({ ...newWhy('why-1'), text: 'The disk was full' });
    choose('More for why 1', 'What shows it');
    fireEvent.focusOut(field('Evidence for why 1'));
    expect(focused()).toBe('Evidence for why 1');
    act(() => field('Why 1').focus());
    expect(screen.queryByRole('textbox', { name: 'Evidence for why 1' })).toBeNull();
  });
});
