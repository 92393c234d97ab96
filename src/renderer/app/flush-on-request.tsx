import { useEffect } from 'react';

import { flushAllDrafts } from '../draft/open-drafts.ts';
import { invoke, listen } from '../platform/bridge.ts';
import { flushUnsavedText } from '../platform/unsaved-text.ts';
import { currentViewState } from './view-state.ts';

/** Saves all drafts when main asks, before a window closes or the library changes. Main waits for the answer. */
export function FlushOnRequest() {
  useEffect(
    () =>
      listen('app:flush', ({ requestId }) => {
        const viewState = currentViewState();
        commitTyping();
        void flush().then((flushed) => invoke('app:flushed', { requestId, ...flushed, viewState }));
      }),
    [],
  );
  return null;
}

/** Saves what was typed in forms, then the drafts: what was typed may belong to one. */
async function flush(): Promise<{ unsaved: number; kept: number; unsent: number }> {
  const unsent = await flushUnsavedText();
  return { ...(await flushAllDrafts()), unsent };
}

/** Leaves the field with the focus for an instant: date and time fields set what was typed when they are left. */
function commitTyping(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) return;
  field.blur();
  field.focus({ preventScroll: true });
}
