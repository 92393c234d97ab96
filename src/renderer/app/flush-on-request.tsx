import { useEffect } from 'react';

import { flushAllDrafts } from '../draft/open-drafts.ts';
import { invoke, listen } from '../platform/bridge.ts';

/** Before a window closes or a library changes, main asks for everything that is pending and waits for this answer. */
export function FlushOnRequest() {
  useEffect(
    () =>
      listen('app:flush', ({ requestId }) => {
        void flushAllDrafts().then((flushed) => invoke('app:flushed', { requestId, ...flushed }));
      }),
    [],
  );
  return null;
}
