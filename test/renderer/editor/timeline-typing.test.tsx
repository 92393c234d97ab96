// @vitest-environment happy-dom
// The first import, because React looks for whoever counts when it is loaded.
import { drawnDuring } from '#test/support/renders.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { NO_OWN_QUESTIONS } from '#domain/questions/own-questions.ts';
import type { Moment } from '#domain/time/moment.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { GuidePanel } from '#renderer/editor/guide/guide-panel.tsx';
import { Outline } from '#renderer/editor/shell/outline.tsx';
import { SaveStatus } from '#renderer/editor/versions/save-status.tsx';
import { Section } from '#renderer/editor/sections/section.tsx';
import { queryClient } from '#renderer/platform/queries.ts';
import { openTestDraft, type TestDraft } from '#test/support/open-test-draft.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

beforeEach(() => {
  const questions = { questions: NO_OWN_QUESTIONS, fault: null, readOnly: true };
  const ask = (channel: string) =>
    Promise.resolve({ ok: true, value: channel === 'questions:read' ? questions : DEFAULT_SETTINGS });
  const once = { ask, on: () => () => undefined };
  Object.assign(window, { once });
});
afterEach(cleanup);

const at = (time: string): Moment => ({
  precision: 'minute',
  value: `2026-05-14T${time}`,
  zone: 'Europe/Berlin',
  offset: '+02:00',
  approximate: false,
});

/** The parts of the editor that know of a timeline, with twenty rows, a minute apart. */
function showTimeline(): TestDraft {
  const { sections } = someCoe();
  const entries = Array.from({ length: 20 }, (_, index) =>
    timelineEntry(`row-${index}`, at(`10:${String(index).padStart(2, '0')}`), {
      mark: index === 2 ? 'began' : index === 9 ? 'resolved' : null,
    }),
  );
  const test = openTestDraft({
    coe: someCoe({ sections: { ...sections, timeline: { ...sections.timeline, entries } } }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter>
        <DraftContext value={test.draft}>
          <SaveStatus />
          <Outline
            sections={['context', 'timeline']}
            active="timeline"
            questions={new Map()}
            comments={new Map()}
            onGo={() => undefined}
          />
          <Section id="timeline" among={['context', 'timeline']} foldsWhenEmpty={false} />
          <GuidePanel section="timeline" />
        </DraftContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return test;
}

const type = (field: string, value: string): boolean =>
  fireEvent.change(screen.getByRole('textbox', { name: field }), { target: { value } });

describe('typing in a timeline', () => {
  it('re-renders the text of that row and nothing else', () => {
    const { draft } = showTimeline();
    type('What happened, timeline entry 3', 'a');
    const drawn = drawnDuring(() => type('What happened, timeline entry 3', 'ab'));
    expect(draft.store.getState().coe.sections.timeline.entries[2]?.what).toBe('ab');
    expect(drawn.toSorted()).toEqual(['AloneBox', 'Row', 'RowFrame', 'RowText', 'TextArea', 'TimelineSection']);
  });

  it('updates order, gaps and durations when a time changes', () => {
    const { draft } = showTimeline();
    expect(screen.getByLabelText('Durations').textContent).toContain('7 min');
    const when = screen.getByRole('textbox', { name: 'When, timeline entry 10' });
    fireEvent.change(when, { target: { value: '12:00' } });
    fireEvent.keyDown(when, { key: 'Enter' });
    expect(draft.store.getState().coe.sections.timeline.entries[19]?.id).toBe('row-9');
    expect(screen.getByLabelText('Durations').textContent).toContain('1 h 58 min');
    expect(screen.getByRole('note').textContent).toContain('1 h 41 min without an entry');
  });
});
