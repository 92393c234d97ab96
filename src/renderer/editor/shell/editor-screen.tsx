import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';

import type { AppError } from '#ipc/app-error.ts';

import { DraftContext } from '../../draft/draft-context.ts';
import type { Draft } from '../../draft/draft-state.ts';
import { openDraft } from '../../draft/open-drafts.ts';
import { registerPendingEditor } from '../../draft/pending-edits.ts';
import { releaseTyping } from '../../draft/type-ahead.ts';
import { restoreTrashed, useTrashedCoe } from '../../entities/coe/trashed-coe.ts';
import { useLibraryState } from '../../platform/library-state.ts';
import { flushProse, peekProse } from '../../rich-text/pending-prose.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CoeEditor } from './coe-editor.tsx';

// Prose editors batch keystrokes for a moment. Before a save, an undo or a quit they hand them over.
registerPendingEditor({ flush: flushProse, peek: peekProse });

type Opening = { id: string; draft: Draft } | { id: string; error: AppError };

/** The screen of one COE: opens its draft, or shows why it cannot. */
export function EditorScreen() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const [opening, setOpening] = useState<Opening | null>(null);
  const [attempt, setAttempt] = useState(0);
  // Another library ends the drafts of this one, and may have a COE with the same id.
  const library = useLibraryState()?.handle;

  useEffect(() => {
    let isCurrent = true;
    void openDraft(id).then((opened) => {
      // Without an editor there is no text for what was typed in the meantime.
      if (!opened.ok) releaseTyping();
      if (isCurrent) setOpening(opened.ok ? { id, draft: opened.value } : { id, error: opened.error });
    });
    return () => {
      isCurrent = false;
    };
  }, [id, attempt, library]);

  const isNotFound = opening !== null && 'error' in opening && opening.error.kind === 'not-found';
  const trashed = useTrashedCoe(id, isNotFound);
  const canWrite = useLibraryState()?.writable !== false;

  if (opening === null || opening.id !== id) return <Skeleton lines={5} />;
  if ('error' in opening && isNotFound && trashed !== null) {
    const restore = async (): Promise<void> => {
      if (await restoreTrashed(trashed)) setAttempt(attempt + 1);
    };
    return (
      <EmptyState
        title="This COE is in the trash"
        action={
          <>
            <Button look="primary" isDisabled={!canWrite} onPress={() => void restore()}>
              Restore it
            </Button>
            <Button onPress={() => void navigate('/trash')}>Open the trash</Button>
          </>
        }
      >
        <p>“{trashed.title.trim() || 'Untitled'}” is whole, and opens here once it is restored.</p>
      </EmptyState>
    );
  }
  if ('error' in opening) {
    const words = explainError(opening.error);
    return (
      <EmptyState
        title={words.title}
        action={
          <>
            <Button look="primary" onPress={() => setAttempt(attempt + 1)}>
              Try again
            </Button>
            <Button onPress={() => void navigate('/coes')}>Back to the COEs</Button>
          </>
        }
      >
        <p>
          {words.safe} {words.next}
        </p>
      </EmptyState>
    );
  }
  return (
    <DraftContext value={opening.draft}>
      <CoeEditor key={`${library} ${id}`} />
    </DraftContext>
  );
}
