// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import { NewerDialog } from '#renderer/features/help/newer-dialog.tsx';
import { OpenOutside } from '#renderer/ui/outside-link.tsx';
import { showPage } from '#test/support/show-page.tsx';

afterEach(cleanup);

const info = {
  libraryFolder: '/home/ada/Once',
  settingsFolder: '/home/ada/.config/Once',
  settingsQuarantinedAs: null,
  version: '1.2.3',
  versionDate: '2026-11-30',
  homepage: 'https://once.example/',
  electron: '1',
  chromium: '1',
  platform: 'linux' as const,
  locale: 'en-GB',
};

it('says the version, its date and where to look, and opens that only through the link that asks', async () => {
  const open = vi.fn();
  showPage(
    <OpenOutside value={open}>
      <NewerDialog onClose={() => undefined} />
    </OpenOutside>,
    { 'app:info': info },
  );
  expect(await screen.findByText(/^This is Once 1\.2\.3 of 2026-11-30\./)).toBeDefined();
  expect(open).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('link', { name: /^https:\/\/once\.example\// }));
  expect(open.mock.calls).toEqual([['https://once.example/']]);
});
