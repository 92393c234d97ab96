import { useState } from 'react';
import { useNavigate } from 'react-router';

import type { RecoveredWriting } from '#ipc/journal.ts';

import { invoke } from '../../platform/bridge.ts';
import { queryClient, useIpcQuery } from '../../platform/queries.ts';
import { useLibraryState } from '../../platform/library-state.ts';
import { Button } from '../../ui/button.tsx';
import { explainError, sentence } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';
import { restoreRecovered } from './restore-recovered.ts';
import styles from './recovered.module.css';
import { RecoveredDialog } from './recovered-dialog.tsx';
import { titleWords, writingWords } from './recovered-words.ts';

/** Writing that was not saved when Once ended last, offered back one by one. Nothing is thrown away by itself. */
export function RecoveredNotice() {
  const library = useLibraryState();
  // Nothing can be brought back into a library that another window writes; it is offered when that one is gone.
  const isThere = library !== undefined && library.status !== 'missing' && !library.isOpenElsewhere;
  const found = useIpcQuery('journal:recovered', {}, { enabled: isThere });
  const [isShown, setIsShown] = useState(false);
  const navigate = useNavigate();
  const [first, ...others] = found.data ?? [];
  if (!isThere || first === undefined) return null;

  const again = (): void => void queryClient.invalidateQueries({ queryKey: ['journal:recovered'] });
  const bring = async (): Promise<void> => {
    setIsShown(false);
    const brought = await restoreRecovered(first, library.handle);
    if (!brought.ok) {
      const { title, next } = explainError(brought.error);
      return showToast(`${sentence(title)}. The writing is still kept on this computer. ${next}`);
    }
    again();
    void navigate(`/coes/${first.coeId}`);
    return showToast(`${sentence(writingWords(first))} is back in ${titleWords(first)}. Undo takes it out again.`);
  };
  const discard = async (): Promise<void> => {
    setIsShown(false);
    const discarded = await invoke('journal:discard', { id: first.id });
    again();
    if (discarded.ok) showToast('Put away.', () => void invoke('journal:keep-after-all', { id: first.id }).then(again));
  };
  return (
    <section className={styles.notice} aria-label="Recovered writing" role="status">
      <p>
        <strong>
          Recovered {writingWords(first)} in {titleWords(first)}.
        </strong>{' '}
        It was not saved when Once ended. {moreWords(others)}
      </p>
      <div className={styles.actions}>
        <Button onPress={() => setIsShown(true)}>Show what changed</Button>
        <Button look="primary" onPress={() => void bring()}>
          Bring it back
        </Button>
        <Button look="plain" onPress={() => void discard()}>
          Discard
        </Button>
      </div>
      {isShown && (
        <RecoveredDialog
          writing={first}
          onBring={() => void bring()}
          onDiscard={() => void discard()}
          onClose={() => setIsShown(false)}
        />
      )}
    </section>
  );
}

const moreWords = (others: readonly RecoveredWriting[]): string =>
  others.length === 0 ? '' : `There ${others.length === 1 ? 'is one more' : `are ${others.length} more`} after this.`;
