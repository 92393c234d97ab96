import { useEffect, useState } from 'react';

import { formatBytes, formatNumber } from '#domain/text/format.ts';
import type { TeamProgress } from '#ipc/team.ts';

import { listen } from '../../platform/bridge.ts';
import styles from './team.module.css';

const STEPS: Readonly<Record<TeamProgress['step'], string>> = {
  connecting: 'Asking the server',
  counting: 'The server counts what there is',
  compressing: 'Packing what is sent',
  receiving: 'Receiving',
  resolving: 'Unpacking what was received',
  sending: 'Sending',
  checking: 'Checking what was received',
};

/** How far a try or a connection is: what git does, how many objects of how many, and how much. */
export function Progress({ doing }: { doing: 'try' | 'connect' }) {
  const [progress, setProgress] = useState<TeamProgress | null>(null);
  useEffect(() => listen('team:progress', setProgress), []);
  const percent = progress?.percent ?? null;
  return (
    <div className={styles.progress}>
      <progress
        aria-label={doing === 'try' ? 'Trying' : 'Connecting'}
        {...(percent === null ? {} : { value: percent, max: 100 })}
      />
      <span>{progress === null ? 'A large library takes a few minutes.' : wordsOf(progress)}</span>
    </div>
  );
}

const wordsOf = ({ step, done, total, bytes }: TeamProgress): string =>
  [
    STEPS[step],
    ...(done === null || total === null ? [] : [`${formatNumber(done)} of ${formatNumber(total)} objects`]),
    ...(bytes === null ? [] : [formatBytes(bytes)]),
  ].join(' · ');
