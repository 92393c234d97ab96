// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import type { TeamState } from '#ipc/team.ts';
import { EncryptDialog } from '#renderer/features/settings/lock/encrypt-dialog.tsx';
import { prefetch } from '#renderer/platform/queries.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someTeam } from '#test/support/team-states.ts';

afterEach(cleanup);

async function openDialog(team: TeamState): Promise<HTMLElement> {
  showPage(<EncryptDialog onClose={() => undefined} />, { 'team:state': team });
  await prefetch('team:state', {});
  return screen.findByRole('alertdialog', { name: 'Encrypt this library' });
}

it('says before a shared library is encrypted that this ends sharing, and what is not shared yet', async () => {
  const dialog = await openDialog(someTeam({ unshared: 2 }));
  const said = await within(dialog).findByRole('group', { name: 'Sharing ends' });
  expect(said.textContent).toContain('shared with Payments, and encrypting it ends that');
  expect(said.textContent).toContain('2 changes are not shared yet');
});

it('says nothing of sharing for a library that nobody shares', async () => {
  const dialog = await openDialog({ is: 'none' });
  expect(within(dialog).queryByRole('group', { name: 'Sharing ends' })).toBeNull();
});
