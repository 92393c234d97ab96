// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { PlainHistory } from '#renderer/features/settings/lock/plain-history.tsx';
import { prefetch, queryClient } from '#renderer/platform/queries.ts';
import { someLibrary } from '#test/support/library-states.ts';
import { showPage } from '#test/support/show-page.tsx';

afterEach(cleanup);

it('the history of the exchange is deleted after a question, and not before', async () => {
  const { requests } = showPage(<PlainHistory />, {
    'library:state': someLibrary(),
    'team:plain-history': true,
    'team:delete-plain-history': null,
  });
  await prefetch('library:state', {});
  const group = await screen.findByRole('group', { name: 'History of the team library' });
  expect(group.textContent).toContain('unencrypted');
  fireEvent.click(within(group).getByRole('button', { name: 'Delete the history…' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete the history of the team library?' });
  expect(requests('team:delete-plain-history')).toEqual([]);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Delete it' }));
  await waitFor(() => expect(requests('team:delete-plain-history')).toHaveLength(1));
});

it('the focus goes to what says that it was deleted, because the button is gone', async () => {
  showPage(<PlainHistory />, {
    'library:state': someLibrary(),
    'team:plain-history': true,
    'team:delete-plain-history': null,
  });
  await prefetch('library:state', {});
  fireEvent.click(await screen.findByRole('button', { name: 'Delete the history…' }));
  fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete it' }));
  const said = await screen.findByText('The history of the team library was deleted from this computer.');
  await waitFor(() => expect(document.activeElement).toBe(said));
});

it('nothing is said when there is no such history', async () => {
  const { requests } = showPage(<PlainHistory />, { 'library:state': someLibrary(), 'team:plain-history': false });
  await prefetch('library:state', {});
  await waitFor(() => expect(requests('team:plain-history')).toHaveLength(1));
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  expect(screen.queryByRole('group')).toBeNull();
});
