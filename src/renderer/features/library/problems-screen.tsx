import { FolderOpen } from 'lucide-react';
import { useNavigate } from 'react-router';

import { plural, quantity, upperFirst } from '#domain/text/format.ts';

import type { Problem } from '#ipc/library-state.ts';

import { invoke } from '../../platform/bridge.ts';
import { currentLibrary, invokeIn, useLibraryState } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { FailedState } from '../../ui/failed-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ProblemActions } from './problem-actions.tsx';
import { problemWords, whereInFile } from './problem-words.ts';
import styles from './side-screen.module.css';

/** The files in the library that could not be read, each with the reason and what can be done. */
export function ProblemsScreen() {
  const problems = useIpcQuery('problems:list', {});
  if (problems.error !== null) return <FailedState error={problems.error.appError} onRetry={problems.refetch} />;
  if (problems.data === undefined) return <Skeleton lines={4} />;
  const count = problems.data.length;
  return (
    <div className={styles.screen} data-region>
      <h1>Problems</h1>
      {count === 0 ? (
        <EmptyState title="No problems">
          Every file in this library could be read. A file that cannot be read would be named here with the reason, and
          left exactly as it is.
        </EmptyState>
      ) : (
        <>
          <p className={styles.lead}>
            {count === 1 ? 'One file' : quantity(count, 'file')} in the library’s folder {plural(count, 'is', 'are')}{' '}
            not listed as {plural(count, 'a COE', 'COEs')}. Once has not changed {plural(count, 'it', 'them')}, and
            every other COE opens as usual. Once a file is repaired, it appears by itself.
          </p>
          <ul aria-label="Files that could not be read" className={styles.list}>
            {problems.data.map((problem) => (
              <ProblemRow key={problem.fileName} problem={problem} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function ProblemRow({ problem }: { problem: Problem }) {
  const { what, next } = problemWords(problem);
  const navigate = useNavigate();
  const canWrite = useLibraryState()?.writable !== false;
  const reveal = async (): Promise<void> => {
    const result = await invoke('problems:reveal', { fileName: problem.fileName });
    if (!result.ok) showToast(`${upperFirst(explainError(result.error).title)}.`);
  };
  const restore = async (): Promise<void> => {
    const result = await invokeIn(currentLibrary(), 'copies:restore', { fileName: problem.fileName });
    if (result.ok) {
      showToast('The COE was restored.', { label: 'Open it', run: () => void navigate(`/coes/${result.value.coeId}`) });
    } else showToast(`${upperFirst(explainError(result.error).title)}. ${explainError(result.error).safe}`);
  };
  return (
    <li className={styles.row}>
      <div>
        <h2 className={styles.file}>{problem.fileName}</h2>
        <p>
          {what} {whereInFile(problem)}
        </p>
        <p className={styles.soft}>{next}</p>
      </div>
      <div className={styles.buttons}>
        {problem.reason === 'conflict-copy' && (
          <Button
            onPress={() => void navigate(`/coes/${problem.coeId}`)}
            aria-label={`Open the COE of ${problem.fileName}`}
          >
            Open the COE
          </Button>
        )}
        {problem.reason === 'copy-alone' && canWrite && (
          <Button onPress={() => void restore()} aria-label={`Restore as the COE: ${problem.fileName}`}>
            Restore as the COE
          </Button>
        )}
        <ProblemActions problem={problem} />
        <Button onPress={() => void reveal()} aria-label={`Show ${problem.fileName} in its folder`}>
          <FolderOpen size={15} aria-hidden />
          Show
        </Button>
      </div>
    </li>
  );
}
