import { useState } from 'react';

import type { CopyOfCoe } from '#ipc/copies.ts';
import type { Choice, Conflict } from '#domain/merge/conflict.ts';
import { merge } from '#domain/merge/merge.ts';
import { formatNumber, upperFirst } from '#domain/text/format.ts';

import { useDraft, useDraftState } from '../../draft/draft-context.ts';
import { invoke } from '../../platform/bridge.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import styles from './copy-banner.module.css';

type Comparing = CopyOfCoe & { readonly fileName: string };

/**
 * Shown while a sync program has left another version of the COE in a file of its own. It is merged only on request.
 */
export function CopyBanner() {
  const draft = useDraft();
  const readOnly = useDraftState((state) => state.readOnly);
  const problems = useIpcQuery('problems:list', {}).data ?? [];
  const [comparing, setComparing] = useState<Comparing | null>(null);
  const copies = problems.filter(({ reason, coeId }) => reason === 'conflict-copy' && coeId === draft.id);
  const [first] = copies;
  if (first === undefined) return null;

  const compare = async (): Promise<void> => {
    const copy = await invoke('copies:read', { fileName: first.fileName });
    if (copy.ok) setComparing({ ...copy.value, fileName: first.fileName });
    else showToast(`${upperFirst(explainError(copy.error).title)}.`);
  };
  const mergeCopy = async (copy: Comparing, choose: (conflict: Conflict) => Choice): Promise<void> => {
    const library = currentLibrary();
    const base = copy.isOlder ? copy.coe : null;
    draft.change((mine) => merge(base, mine, copy.coe, choose).merged, { location: 'outside' });
    setComparing(null);
    // The copy is moved only once the merged COE is on disk.
    if (!(await draft.flush()))
      return showToast('The merged COE could not be saved yet, so the other version stays where it is.');
    const moved = await invokeIn(library, 'copies:set-aside', { fileName: copy.fileName, revision: copy.revision });
    if (moved.ok)
      showToast('The two versions are merged. The other file is now in the “set-aside” folder of your library.');
    else if (moved.error.kind === 'changed-outside') showToast('The other version has changed. Compare it again.');
    else showToast(`${upperFirst(explainError(moved.error).title)}. ${explainError(moved.error).safe}`);
  };
  return (
    <section className={styles.banner} aria-label="Another version of this COE">
      <p>
        {copies.length === 1
          ? `There is another version of this COE (${first.fileName}).`
          : `${formatNumber(copies.length)} other versions of this COE exist, the first of them in ${first.fileName}.`}{' '}
        Nothing was overwritten.
      </p>
      {!readOnly && <Button onPress={() => void compare()}>Compare and merge</Button>}
      {comparing !== null && (
        <MergeDialog
          base={comparing.isOlder ? comparing.coe : null}
          theirs={comparing.coe}
          otherName="The other version"
          onResolve={(choose) => void mergeCopy(comparing, choose)}
          onClose={() => setComparing(null)}
        />
      )}
    </section>
  );
}
