import { useState } from 'react';
import { useNavigate } from 'react-router';

import { formatNumber, plural, upperFirst } from '#domain/text/format.ts';

import type { RecoveredWriting } from '#ipc/journal.ts';

import { invokeIn, useLibraryState } from '../../platform/library-state.ts';
import { queryClient, useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';
import { restoreRecovered } from './restore-recovered.ts';
import styles from './recovered.module.css';
import { RecoveredDialog } from './recovered-dialog.tsx';
import { titleWords, writingWords } from './recovered-words.ts';

/**
 * Offers to restore writing that was not saved when Once last quit, one COE at a time. Nothing is discarded unasked.
 */
export function RecoveredNotice() {
  const library = useLibraryState();
  // Nothing can be restored while another window writes to the library. It is offered once that window is closed.
  const isThere = library !== undefined && library.status !== 'missing' && !library.isOpenElsewhere;
  const found = useIpcQuery('journal:recovered', {}, { enabled: isThere });
  const [isShown, setIsShown] = useState(false);
  const navigate = useNavigate();
  const [first, ...others] = found.data ?? [];
  if (!isThere || first === undefined) return null;

  const refetch = (): void => void queryClient.invalidateQueries({ queryKey: ['journal:recovered'] });
  const restore = async (): Promise<void> => {
    setIsShown(false);
    const restored = await restoreRecovered(first, library.handle);
    if (!restored.ok) {
      const { title, next } = explainError(restored.error);
      return showToast(`${upperFirst(title)}. The recovered writing is still kept on this computer. ${next}`);
    }
    refetch();
    void navigate(`/coes/${first.coeId}`);
    return showToast(`Restored ${writingWords(first)} in ${titleWords(first)}. You can undo this in the editor.`);
  };
  const discard = async (): Promise<void> => {
    setIsShown(false);
    const discarded = await invokeIn(library.handle, 'journal:discard', { id: first.id });
    refetch();
    if (discarded.ok)
      showToast(
        'Discarded.',
        () => void invokeIn(library.handle, 'journal:undo-discard', { id: first.id }).then(refetch),
      );
  };
  return (
    <section className={styles.notice} aria-label="Recovered writing" role="status">
      <p>
        <strong>
          Recovered {writingWords(first)} in {titleWords(first)}.
        </strong>{' '}
        It was not saved when Once quit. {moreWords(others)}
      </p>
      <div className={styles.actions}>
        <Button onPress={() => setIsShown(true)}>Show what changed</Button>
        <Button look="primary" onPress={() => void restore()}>
          Restore
        </Button>
        <Button look="plain" onPress={() => void discard()}>
          Discard
        </Button>
      </div>
      {isShown && (
        <RecoveredDialog
          writing={first}
          onRestore={() => void restore()}
          onDiscard={() => void discard()}
          onClose={() => setIsShown(false)}
        />
      )}
    </section>
  );
}

const moreWords = (others: readonly RecoveredWriting[]): string =>
  others.length === 0 ? '' : `${formatNumber(others.length)} more ${plural(others.length, 'follows', 'follow')}.`;
