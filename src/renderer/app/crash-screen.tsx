import { useEffect, useState } from 'react';
import { useNavigate, useRouteError } from 'react-router';

import { flushAllDrafts, saveCopiesOfUnsaved } from '../draft/open-drafts.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/**
 * Shown when a screen throws. The text is in the drafts, which are not affected: they are saved before the message
 * appears.
 */
export function CrashScreen() {
  const error = useRouteError();
  const navigate = useNavigate();
  const [unsaved, setUnsaved] = useState<number | null>(null);
  useEffect(() => void flushAllDrafts().then((flushed) => setUnsaved(flushed.unsaved)), []);
  return (
    <EmptyState
      title="Something went wrong"
      action={
        <div>
          <Button look="primary" onPress={() => void navigate('/coes')}>
            Back to the COEs
          </Button>{' '}
          {unsaved !== null && unsaved > 0 && <Button onPress={() => void saveCopiesOfUnsaved()}>Save a copy…</Button>}
        </div>
      }
    >
      <p role="alert">{wordsFor(unsaved)}</p>
      <details>
        <summary>What to report</summary>
        <p>{error instanceof Error ? error.name : 'Unknown error'}</p>
      </details>
    </EmptyState>
  );
}

function wordsFor(unsaved: number | null): string {
  if (unsaved === null) return 'Saving your text…';
  if (unsaved === 0) return 'This is a fault in the app, not something you did. Everything you wrote is saved.';
  return 'This is a fault in the app, not something you did. Some of your text could not be saved in the library. Save a copy before you continue.';
}
