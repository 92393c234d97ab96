// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { dayMoment } from '#domain/time/moment.ts';
import type { TrashedCoe } from '#ipc/library-state.ts';
import { TrashScreen } from '#renderer/features/library/trash-screen.tsx';
import { someLibrary } from '#test/support/library-states.ts';
import { showPage } from '#test/support/show-page.tsx';
import { testId } from '#test/support/test-ids.ts';

afterEach(cleanup);

const trashed = (number: number, known: Partial<TrashedCoe>): TrashedCoe => ({
  trashId: `20260601T120000000Z-${testId(number)}`,
  coeId: testId(number),
  title: 'The mail was late',
  kind: 'outage',
  happened: dayMoment('2026-05-14'),
  deletedAt: '2026-06-01T12:00:00.000Z',
  ...known,
});

it('tells COEs of one title in the trash apart by what they are and when they happened', async () => {
  const other = { kind: 'missed-event', happened: dayMoment('2026-05-20') } as const;
  showPage(<TrashScreen />, {
    'library:state': someLibrary(),
    'trash:list': [trashed(1, {}), trashed(2, other), trashed(3, { title: '', kind: null, happened: null })],
  });
  const rows = await screen.findAllByRole('listitem');
  expect(rows.map((row) => row.querySelector('p')?.textContent)).toEqual([
    'Outage, 14 May 2026',
    'Missed event, 20 May 2026',
    expect.stringMatching(/^Moved here on /),
  ]);
});
