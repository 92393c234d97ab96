// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { useLocation } from 'react-router';
import { afterEach, expect, it } from 'vitest';

import { RecoveredNotice } from '#renderer/features/recovered/recovered-notice.tsx';
import { someLibrary } from '#test/support/library-states.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someCoe } from '#test/support/some-coe.ts';

afterEach(cleanup);

const COE = someCoe({ title: 'Lost the keys' });

function Address() {
  return <p>{`at ${useLocation().pathname}`}</p>;
}

it('shows the restored COE when main has found its text saved and removed the entry meanwhile', async () => {
  const when = '2026-06-01T10:00:00.000Z';
  showPage(
    <>
      <RecoveredNotice />
      <Address />
    </>,
    {
      'library:state': someLibrary(),
      'journal:recovered': [{ id: '1', coeId: COE.id, title: COE.title, from: when, until: when }],
      'journal:read': { coe: COE, base: null, isInLibrary: false },
      'coe:save': { revision: 'b', savedAt: when },
      // `journal:discard` fails with `not-found`, as each channel without an answer here.
    },
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Restore' }));
  expect(await screen.findByText(`at /coes/${COE.id}`)).toBeTruthy();
});
