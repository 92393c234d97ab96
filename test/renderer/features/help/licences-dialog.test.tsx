// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { LicencesDialog } from '#renderer/features/help/licences-dialog.tsx';
import { fakeBridge, Refusal } from '#test/support/fake-bridge.ts';
import { showPage } from '#test/support/show-page.tsx';

afterEach(cleanup);

it('says that the licences could not be read, and reads them when tried again', async () => {
  const refusal = new Refusal({ kind: 'unexpected', reference: 'K7PQ' });
  showPage(<LicencesDialog onClose={() => undefined} />, { 'app:licences': refusal });
  expect((await screen.findByRole('alert')).textContent).toContain('K7PQ');
  fakeBridge({ 'app:licences': { text: 'The MIT licence' } });
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect((await screen.findByRole('group', { name: 'Licences' })).textContent).toBe('The MIT licence');
  expect(screen.queryByRole('alert')).toBe(null);
});
