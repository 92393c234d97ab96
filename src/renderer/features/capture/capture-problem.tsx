import type { AppError } from '#ipc/app-error.ts';
import type { LibraryState } from '#ipc/library-state.ts';

import { invoke } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { explainError } from '../../ui/explain-error.ts';
import styles from './capture.module.css';

type CaptureProblemProps = {
  /** Why the text could not be saved; null when nobody tried, or for text that can be saved. */
  problem: AppError | 'no-text' | null;
  library: LibraryState | undefined;
};

/** Why the text is not saved, and what to do. While the library is locked, it says so before anybody tries. */
export function CaptureProblem({ problem, library }: CaptureProblemProps) {
  if (problem === 'no-text')
    return (
      <p role="alert" className={styles.problem}>
        Write a few words first.
      </p>
    );
  if (problem === null) return library?.status === 'locked' ? <Locked isAsked={false} /> : null;
  if (problem.kind === 'library-locked') return <Locked isAsked />;
  return (
    <div role="alert" className={styles.problem}>
      <p>
        Not saved: {explainError(problem).title}. Your text stays here. {NEXT[problem.kind] ?? 'Try again in a moment.'}
      </p>
      <OpenMain label="Open Once" />
    </div>
  );
}

const NEXT: Partial<Record<AppError['kind'], string>> = {
  'library-missing': 'Connect the drive or put the folder back, then save again.',
  'library-read-only': 'Open another library, then save again.',
  'library-open-elsewhere': 'Close the other window or take over in this one, then save again.',
  disk: 'Once the disk can be written to, save again.',
};

function Locked({ isAsked }: { isAsked: boolean }) {
  return (
    <div role={isAsked ? 'alert' : undefined} className={styles.problem}>
      <p>
        {isAsked
          ? 'Not saved yet: the library is locked. Your text is only in memory. It is saved as soon as you unlock the library.'
          : 'The library is locked. You can write here; your text stays in memory until you unlock the library.'}
      </p>
      <OpenMain label="Unlock…" />
    </div>
  );
}

const OpenMain = ({ label }: { label: string }) => (
  <Button onPress={() => void invoke('capture:show-main', {})}>{label}</Button>
);
