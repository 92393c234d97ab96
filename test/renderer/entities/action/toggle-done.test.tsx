// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import type { ActionMark } from '#ipc/action-list.ts';
import { toggleDone } from '#renderer/entities/action/toggle-done.ts';
import { queryClient } from '#renderer/platform/queries.ts';
import { Toasts, undoLast } from '#renderer/ui/toast.tsx';
import { fakeBridge } from '#test/support/fake-bridge.ts';
import { someLibrary } from '#test/support/library-states.ts';

const OPEN: ActionMark = {
  status: 'open',
  doneOn: null,
  doneOnWords: '',
  checkDate: null,
  checkDateWords: '',
  checkQuestion: '',
  checkHow: '',
};
const DONE: ActionMark = { ...OPEN, status: 'done', doneOn: '2026-03-15', checkDate: '2026-06-15' };

beforeEach(() => {
  queryClient.clear();
  queryClient.setQueryData(['library:state', {}], someLibrary());
});
afterEach(cleanup);

const pressUndo = async (): Promise<void> => void fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));

/** Marks an action as done and undoes that, which finds the action as it is by then and leaves it as `after`. */
async function undoWhere(by: { found: ActionMark; after: ActionMark }, undo = pressUndo) {
  const bridge = fakeBridge({
    'actions:change': ({ change }) =>
      'before' in change
        ? { revision: 'r2', before: by.found, after: by.after }
        : { revision: 'r1', before: OPEN, after: DONE },
  });
  render(<Toasts />);
  const row = { id: 'a1', coeId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', status: 'open' } as Parameters<typeof toggleDone>[0];
  await toggleDone(row, '2026-03-15', PLAIN_DATE_STYLE);
  queryClient.setQueryData(['today:read', {}], null);
  await undo();
  await expect.poll(() => bridge.requests('actions:change')).toHaveLength(2);
  // The last that it does before it says something.
  await expect.poll(() => queryClient.getQueryState(['today:read', {}])?.isInvalidated).toBe(true);
}

it('says nothing more when all of a change was undone', async () => {
  await undoWhere({ found: DONE, after: OPEN });
  expect(screen.getByRole('status').textContent).toBe('');
});

it('says that nothing was undone where everything was changed since', async () => {
  const since: ActionMark = { ...DONE, status: 'declined', doneOn: null, checkDate: '2026-07-01' };
  await undoWhere({ found: since, after: since });
  expect(await screen.findByText('Nothing was undone: the action has been changed since then.')).toBeDefined();
});

it('says that something stays where a part was changed since', async () => {
  const since: ActionMark = { ...DONE, checkDate: '2026-07-01' };
  await undoWhere({ found: since, after: { ...OPEN, checkDate: since.checkDate } });
  expect(await screen.findByText('Undone, except for what has been changed since then.')).toBeDefined();
});

it('says “Undone” after the command Undo only once it is so', async () => {
  const said: (string | null)[] = [];
  const undo = async (): Promise<void> => {
    await screen.findByRole('button', { name: 'Undo' });
    act(() => void undoLast());
    said.push(screen.getByRole('status').textContent);
  };
  const since: ActionMark = { ...DONE, status: 'declined', doneOn: null, checkDate: '2026-07-01' };
  await undoWhere({ found: since, after: since }, undo);
  expect(await screen.findByText('Nothing was undone: the action has been changed since then.')).toBeDefined();
  cleanup();
  await undoWhere({ found: DONE, after: OPEN }, undo);
  expect(await screen.findByText(/^Undone: Done\./)).toBeDefined();
  expect(said).toEqual(['', '']);
});
