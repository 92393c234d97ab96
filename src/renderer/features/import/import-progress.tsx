import { useEffect, useState } from 'react';

import { formatNumber } from '#domain/text/format.ts';

import { listen } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { DialogButtons } from '../../ui/dialog.tsx';
import styles from './import.module.css';

type ImportProgressProps = { words: string; stopLabel: string; onStop: () => void };

/** How far a dry run or an import is. */
export function ImportProgress({ words, stopLabel, onStop }: ImportProgressProps) {
  const [{ done, total }, setProgress] = useState({ done: 0, total: 0 });
  const [isStopping, setIsStopping] = useState(false);
  useEffect(() => listen('import:progress', setProgress), []);
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
