// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { CaptureForm } from '#renderer/features/capture/capture-form.tsx';
import { showPage } from '#test/support/show-page.tsx';

afterEach(cleanup);

it('has what happened written from the right in a script that is', () => {
  showPage(<CaptureForm remembered={null} lastKind="outage" />, { 'settings:read': DEFAULT_SETTINGS });
  expect(screen.getByRole('textbox', { name: 'What happened?' }).dir).toBe('auto');
});
