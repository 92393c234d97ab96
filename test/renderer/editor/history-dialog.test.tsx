// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import { newPattern } from '#domain/patterns/pattern.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { HistoryDialog } from '#renderer/editor/versions/history-dialog.tsx';
import { draftOn } from '#test/support/open-test-draft.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someCoe } from '#test/support/some-coe.ts';
import { someTeam } from '#test/support/team-states.ts';
import { testId } from '#test/support/test-ids.ts';

afterEach(cleanup);

it('shows the team’s steps beside the versions of this computer, and restores the COE as it was after one', async () => {
  const test = draftOn(someCoe({ title: 'Now' }));
  const onClose = vi.fn();
  showPage(
    <DraftContext value={test.draft}>
      <HistoryDialog onClose={onClose} />
    </DraftContext>,
    {
      'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
      'team:state': someTeam(),
      'versions:list': [
        { versionId: '20260502T091200Z-before', at: '2026-05-02T09:12:00.000Z', why: 'before', size: 900 },
      ],
      'versions:read': someCoe({ title: 'Before' }),
      'team:history': [
        { id: 'a'.repeat(40), by: 'Ben', at: '2026-05-03T14:02:00.000Z', changes: ['Timeline', 'Two actions'] },
      ],
      'team:read-step': someCoe({ title: 'Ben’s title' }),
    },
  );
  const list = await screen.findByRole('navigation', { name: 'Versions' });
  await within(list).findByRole('button', { name: '14:02 Says it is from Ben: timeline, two actions' });
  expect(
    within(list)
      .getAllByRole('button')
      .map(({ textContent }) => textContent?.slice(0, 5)),
  ).toEqual(['14:02', '09:12']);
  expect(await screen.findByText('It says it is from Ben. Nothing proves that.')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Restore this version' }));
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(test.state().coe.title).toBe('Ben’s title');
  test.draft.undo();
  expect(test.state().coe.title).toBe('Now');
});

it('names the patterns that a version had by their words', async () => {
  const pattern = newPattern('Nobody owned it', testId(7), '2026-05-01T08:00:00.000Z');
  const test = draftOn(someCoe({ patternIds: [pattern.id] }));
  showPage(
    <DraftContext value={test.draft}>
      <HistoryDialog onClose={vi.fn()} />
    </DraftContext>,
    {
      'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
      'team:state': { is: 'none' },
      'patterns:read': { patterns: [pattern], unreadable: [], readOnly: false },
      'versions:list': [
        { versionId: '20260502T091200Z-before', at: '2026-05-02T09:12:00.000Z', why: 'before', size: 900 },
      ],
      'versions:read': someCoe({ patternIds: [] }),
    },
  );
  const changed = await screen.findByRole('region', { name: 'Patterns' });
  await expect.poll(() => changed.textContent).toContain('Nobody owned it');
  expect(changed.textContent).not.toContain(pattern.id);
});
