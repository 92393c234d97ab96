import { useState } from 'react';
import { useNavigate } from 'react-router';

import type { Problem } from '#ipc/library-state.ts';

import { currentLibrary, invokeIn, useLibraryState } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import { ProblemTextDialog } from './problem-text-dialog.tsx';

/** Problems without text to show. */
const NO_TEXT: readonly Problem['reason'][] = ['empty', 'zero-filled', 'not-a-file', 'not-here-yet', 'not-permitted'];
/** Problems of files that are intact, which have their own actions. */
const NOT_BROKEN: readonly Problem['reason'][] = ['conflict-copy', 'copy-alone', 'not-here-yet'];

/** The actions for a problem: read the file, restore an earlier version, move the file to set-aside. */
export function ProblemActions({ problem }: { problem: Problem }) {
  const { fileName, reason, ownId } = problem;
  const navigate = useNavigate();
  const canWrite = useLibraryState()?.writable !== false;
  const [isShown, setIsShown] = useState(false);
  const versions = useIpcQuery('versions:list', { id: ownId ?? '' }, { enabled: ownId !== undefined, staleTime: 0 });
  const isBroken = !NOT_BROKEN.includes(reason);

  const restore = async (): Promise<void> => {
    const restored = await invokeIn(currentLibrary(), 'problems:restore-version', { fileName });
    if (!restored.ok) return showFailure(restored.error);
    return showToast('An earlier version is in its place. The broken file is whole in the folder “set-aside”.', {
      label: 'Open it',
      run: () => void navigate(`/coes/${restored.value.coeId}`),
    });
  };
  const setAside = async (): Promise<void> => {
    const library = currentLibrary();
    const moved = await invokeIn(library, 'problems:set-aside', { fileName });
    if (!moved.ok) return showFailure(moved.error);
    return showToast(`${fileName} is out of the way, whole, in the folder “set-aside” of your library.`, () => {
      void invokeIn(library, 'problems:undo-set-aside', { aside: moved.value.aside }).then(
        (back) => back.ok || showFailure(back.error),
      );
    });
  };
  return (
    <>
      {isBroken && canWrite && (versions.data?.length ?? 0) > 0 && (
        <Button onPress={() => void restore()} aria-label={`Restore an earlier version: ${fileName}`}>
          Restore an earlier version
        </Button>
      )}
      {!NO_TEXT.includes(reason) && (
        <Button onPress={() => setIsShown(true)} aria-label={`Open as text: ${fileName}`}>
          Open as text
        </Button>
      )}
      {isBroken && canWrite && (
        <Button onPress={() => void setAside()} aria-label={`Set aside: ${fileName}`}>
          Set aside
        </Button>
      )}
      {isShown && <ProblemTextDialog fileName={fileName} onClose={() => setIsShown(false)} />}
    </>
  );
}
