// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import type { ActionMark } from '#ipc/action-list.ts';
import { toggleDone } from '#renderer/entities/action/toggle-done.ts';
import { queryClient } from '#renderer/platform/queries.ts';
import { Toasts } from '#renderer/ui/toast.tsx';
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

/** Marks an action as done and presses Undo, which finds the action as it is by then and leaves it as `after`. */
async function undoWhere(by: { found: ActionMark; after: ActionMark }) {
  const bridge = fakeBridge({
    'actions:change': ({ change }) =>
      'before' in change
        ? { revision: 'r2', before: by.found, after: by.after }
        : { revision: 'r1', before: OPEN, after: DONE },
  });
  render(<Toasts />);
  const row = { id: 'a1', coeId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', status: 'open' } as Parameters<typeof toggleDone>[0];
  await toggleDone(row, '2026-03-15', PLAIN_DATE_STYLE);
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await expect.poll(() => bridge.requests('actions:change')).toHaveLength(2);
}

it('says nothing more when all of a change was undone', async () => {
  await undoWhere({ found: DONE, after: OPEN });
  await expect.poll(() => screen.queryByRole('button', { name: 'Undo' })).toBe(null);
  expect(screen.getByRole('status').textContent).toBe('');
});

it('says that nothing was undone where everything was changed since', async () => {
  const since: ActionMark = { ...DONE, status: 'declined', doneOn: null, checkDate: '2026-07-01' };
  await undoWhere({ found: since, after: since });
  expect(await screen.findByText('Nothing was undone, because the action was changed since.')).toBeDefined();
});

it('says that something stays where a part was changed since', async () => {
  const since: ActionMark = { ...DONE, checkDate: '2026-07-01' };
  await undoWhere({ found: since, after: { ...OPEN, checkDate: since.checkDate } });
  expect(await screen.findByText('Undone, except for what was changed since.')).toBeDefined();
});
