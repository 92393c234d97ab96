// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { EXTERNAL_SCHEMES } from '#domain/privacy/external-schemes.ts';
import { WhatLeavesDialog } from '#renderer/features/help/what-leaves-dialog.tsx';
import { showPage } from '#test/support/show-page.tsx';
import { someTeam } from '#test/support/team-states.ts';

afterEach(cleanup);

const itemsIn = (dialog: HTMLElement) =>
  within(within(dialog).getByRole('list', { name: 'What can leave' })).getAllByRole('listitem');

it('names the server that git talks to while a team library is open', async () => {
  showPage(<WhatLeavesDialog onClose={() => undefined} />, { 'team:state': someTeam() });
  const dialog = await screen.findByRole('dialog', { name: 'What leaves this computer' });
  await expect
    .poll(() => itemsIn(dialog).at(-1)?.textContent)
    .toMatch(/^Your git program talks to git\.example\.org; every COE of this library goes there\./);
});

it('lists nothing but links for a private library', async () => {
  showPage(<WhatLeavesDialog onClose={() => undefined} />, { 'team:state': { is: 'none' } });
  const dialog = await screen.findByRole('dialog', { name: 'What leaves this computer' });
  expect(within(dialog).getByText('Nothing.')).toBeDefined();
  expect(itemsIn(dialog)).toHaveLength(EXTERNAL_SCHEMES.length);
});
