// @vitest-environment happy-dom
// The first import, because React looks for whoever counts when it is loaded.
import { drawnDuring } from '#test/support/renders.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';

import { NO_OWN_QUESTIONS } from '#domain/questions/own-questions.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { HeaderDetails } from '#renderer/editor/header/header-details.tsx';
import { CoeEditor } from '#renderer/editor/shell/coe-editor.tsx';
import { CommentsPanel } from '#renderer/editor/team/comments-panel.tsx';
import { useComments } from '#renderer/editor/team/use-comments.ts';
import { queryClient } from '#renderer/platform/queries.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';
import { someLibrary } from '#test/support/library-states.ts';
import { draftOn, openTestDraft } from '#test/support/open-test-draft.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someCoe } from '#test/support/some-coe.ts';
import { someTeam } from '#test/support/team-states.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';
import { minuteMoment } from '#domain/time/moment.ts';

afterEach(cleanup);

describe('typing in the editor', () => {
  it('re-renders the row that is written, and neither the header, the outline nor the panels', () => {
    queryClient.clear();
    fakeBridge({
      'settings:read': DEFAULT_SETTINGS,
      'questions:read': { questions: NO_OWN_QUESTIONS, fault: null, readOnly: true },
      'sharing:threads': [],
    });
    const { sections } = someCoe();
    const entries = [1, 2, 3].map((number) =>
      timelineEntry(`row-${number}`, minuteMoment(`2026-05-14T10:0${number}`, 'Europe/Berlin'), {
        what: `Step ${number}`,
      }),
    );
    const { draft } = openTestDraft({
      coe: someCoe({ sections: { ...sections, timeline: { ...sections.timeline, entries } } }),
    });
    render(
      <QueryClientProvider client={queryClient}>
        <MemoryRouter initialEntries={['/?section=timeline']}>
          <DraftContext value={draft}>
            <CoeEditor />
          </DraftContext>
        </MemoryRouter>
      </QueryClientProvider>,
    );
    const type = (value: string): boolean =>
      fireEvent.change(screen.getByRole('textbox', { name: 'What happened, timeline entry 2' }), { target: { value } });
    type('Step 2 a');
    const drawn = drawnDuring(() => type('Step 2 ab'));
    expect(drawn.toSorted()).toEqual(['Row', 'RowFrame', 'RowText', 'TimelineSection']);
  });

  it('draws neither the details of the header nor the comments again', async () => {
    const test = draftOn(someCoe({ author: 'Ann' }));
    function Parts() {
      const comments = useComments();
      return (
        <>
          <HeaderDetails />
          {comments !== null && <CommentsPanel comments={comments} section="timeline" onGo={() => undefined} />}
        </>
      );
    }
    showPage(
      <DraftContext value={test.draft}>
        <Parts />
      </DraftContext>,
      {
        'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
        'library:state': someLibrary(),
        'team:state': someTeam({ me: 'Ann' }),
        'team:comments': [],
        'coes:facets': {
          total: 1,
          kinds: {},
          statuses: {},
          severities: {},
          conditions: {},
          tags: {},
          patterns: {},
          authors: {},
        },
      },
    );
    await screen.findByRole('button', { name: 'Comment on Timeline' });
    screen.getByRole('textbox', { name: 'Summary' });
    const write = (prose: string): void =>
      act(() =>
        test.draft.change(
          (coe) => ({ ...coe, sections: { ...coe.sections, context: { ...coe.sections.context, prose } } }),
          { location: 'context' },
        ),
      );
    write('A');
    expect(drawnDuring(() => write('A letter'))).toEqual([]);
  });
});
