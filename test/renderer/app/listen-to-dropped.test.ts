// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';

import { ok } from '#domain/result.ts';
import { closeDialog, useAppDialog } from '#renderer/app/app-dialog-state.ts';
import { listenToDropped } from '#renderer/app/listen-to-dropped.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';

const DROPPED = { handle: 'a'.repeat(32), name: 'notes.md' };

beforeEach(closeDialog);

it('keeps an answer that comes before anything is drawn', () => {
  const bridge = fakeBridge({});
  const navigate = vi.fn();
  listenToDropped(navigate);
  bridge.send('import:dropped', DROPPED);
  expect(useAppDialog.getState().dialog).toEqual({ name: 'import', dropped: DROPPED });
  bridge.send('people:opened', {
    result: ok({ is: 'withdrawal', person: 'p1', name: 'Ana', copies: 1 }),
  });
  expect(navigate).toHaveBeenCalledWith('/people/p1');
});

it('replaces no other dialog by an import', () => {
  const bridge = fakeBridge({});
  listenToDropped(vi.fn());
  useAppDialog.setState({ dialog: { name: 'about' } });
  bridge.send('import:dropped', DROPPED);
  expect(useAppDialog.getState().dialog).toEqual({ name: 'about' });
});
