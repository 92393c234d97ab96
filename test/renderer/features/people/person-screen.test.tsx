// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { PersonScreen } from '#renderer/features/people/person-screen.tsx';
import { showPage } from '#test/support/show-page.tsx';

afterEach(cleanup);

it('names the links of each copy so that they can be told apart', async () => {
  const copy = { seq: 2, on: '2026-06-08', hasEarlier: true, withdrawnOn: null, deleteAfter: null } as const;
  showPage(<PersonScreen />, {
    'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
    'people:read': {
      id: 'p',
      name: 'Mia',
      words: [],
      shares: [
        { ...copy, share: 'a'.repeat(32), title: 'The outage' },
        { ...copy, share: 'b'.repeat(32), title: '' },
      ],
      open: [],
      agreements: [],
      nextTalk: null,
      due: [],
    },
  });
  for (const title of ['The outage', 'Untitled']) {
    // oxlint-disable-next-line no-await-in-loop -- the first one waits for the page
    await screen.findByRole('link', { name: `What changed since the previous copy: ${title}` });
    expect(screen.getByRole('link', { name: `Agenda for a talk: ${title}` })).toBeDefined();
  }
});
