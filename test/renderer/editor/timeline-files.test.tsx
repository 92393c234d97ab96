// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { unknownMoment } from '#domain/time/moment.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { TimelineSection } from '#renderer/editor/sections/timeline/timeline-section.tsx';
import { queryClient } from '#renderer/platform/queries.ts';
import { Toasts } from '#renderer/ui/toast.tsx';
import { draftOn } from '#test/support/open-test-draft.ts';
import { someLibrary } from '#test/support/library-states.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someCoe } from '#test/support/some-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

afterEach(cleanup);

it('says that a file was not added when its timeline entry was deleted meanwhile', async () => {
  const { sections } = someCoe();
  const entries = [timelineEntry('row-1', unknownMoment(), { what: 'It peaked' })];
  const { draft } = draftOn(someCoe({ sections: { ...sections, timeline: { ...sections.timeline, entries } } }));
  const resolved: ((added: { name: string; bytes: number }) => void)[] = [];
  const { requests } = showPage(
    <DraftContext value={draft}>
      <TimelineSection />
      <Toasts />
    </DraftContext>,
    { 'settings:read': DEFAULT_SETTINGS, 'attachments:add': () => new Promise((resolve) => resolved.push(resolve)) },
  );
  queryClient.setQueryData(['library:state', {}], someLibrary());
  fireEvent.paste(screen.getByRole('textbox', { name: 'What happened, timeline entry 1' }), {
    clipboardData: { getData: () => '', files: [new File(['line'], 'app.log')] },
  });
  await expect.poll(() => requests('attachments:add').length).toBe(1);
  act(() =>
    draft.change(
      (coe) => ({
        ...coe,
        sections: { ...coe.sections, timeline: { ...coe.sections.timeline, entries: [] } },
      }),
      { location: 'timeline' },
    ),
  );
  await act(async () => resolved[0]?.({ name: `${'a'.repeat(32)}.log`, bytes: 4 }));
  expect((await screen.findByText(/“app\.log” was not added/)).textContent).toContain('deleted meanwhile');
});
