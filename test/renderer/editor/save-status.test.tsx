// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import type { AppError } from '#ipc/app-error.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { SaveStatus } from '#renderer/editor/versions/save-status.tsx';
import { explainError } from '#renderer/ui/explain-error.ts';
import { openTestDraft } from '#test/support/open-test-draft.ts';

afterEach(cleanup);

it('shows as text what is safe and what to do after a failed save', async () => {
  const error: AppError = { kind: 'disk', reason: 'full', code: 'ENOSPC' };
  const test = openTestDraft();
  test.disk.fault = { error };
  render(
    <DraftContext value={test.draft}>
      <SaveStatus />
    </DraftContext>,
  );
  await act(async () => {
    test.type('It broke');
    await test.wait(1_000);
  });
  const { title, safe, next } = explainError(error);
  const status = screen.getByRole('status', { name: 'Save state' });
  for (const words of [title, safe, next]) expect(status.textContent).toContain(words);
  // Only the editor does; a dialog that uses the same words does not.
  expect(next).not.toContain('by itself');
  expect(status.textContent).toContain('Once also keeps trying.');
});
