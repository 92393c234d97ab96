import { useEffect, useState } from 'react';

import { formatNumber } from '#domain/text/format.ts';

import { listen } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { DialogButtons } from '../../ui/dialog.tsx';
import styles from './import.module.css';

/** A file that takes longer than this is worth a word, in milliseconds. */
const LONG_MS = 10_000;

type ImportProgressProps = { words: string; stopLabel: string; onStop: () => void };

/** How far a dry run or an import is. Says when it has not gone on for a while, as on a disk that does not answer. */
export function ImportProgress({ words, stopLabel, onStop }: ImportProgressProps) {
  const [{ done, total }, setProgress] = useState({ done: 0, total: 0 });
  const [isStopping, setIsStopping] = useState(false);
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => listen('import:progress', setProgress), []);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), LONG_MS);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [done, total]);
  return (
    <>
      <p>{words}</p>
      <progress
        className={styles.progress}
        aria-label="Files read"
        {...(total === 0 ? {} : { max: total, value: done })}
      />
      <p role="status" className={styles.quiet}>
        {isStopping
          ? 'Stopping…'
          : total === 0
            ? 'Looking for files…'
            : `${formatNumber(done)} of ${formatNumber(total)} files`}
        {isSlow && !isStopping && ` · This takes long. The disk may not answer: you can wait, or press ${stopLabel}.`}
      </p>
      <DialogButtons>
        <Button
          autoFocus
          isDisabled={isStopping}
          onPress={() => {
            setIsStopping(true);
            onStop();
          }}
        >
          {stopLabel}
        </Button>
      </DialogButtons>
    </>
  );
}
