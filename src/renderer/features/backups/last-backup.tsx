import { DatabaseBackup, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';

import { useLibraryState } from '../../platform/library-state.ts';
import { lastWords } from './describe-backup.ts';
import styles from './last-backup.module.css';
import { useBackupsState } from './use-backups.ts';

/** Midnight passes while the app stands open; the words follow within the hour. */
function useToday(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 3_600_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The last good backup, always in sight, and the way to all of them. */
export function LastBackup() {
  const state = useBackupsState();
  const library = useLibraryState();
  const today = useToday();
  if (state === undefined || library === undefined || library.isExamples) return null;
  const isTrouble = state.asks !== null || state.failure !== null || (state.folder !== null && !state.isReachable);
  const words = lastWords(state, today);
  const Icon = isTrouble ? TriangleAlert : DatabaseBackup;
  return (
    <Link
      to="/backups"
      className={styles.last}
      data-trouble={isTrouble || undefined}
      aria-label={`Backups: ${words}`}
      draggable={false}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span>{words}</span>
    </Link>
  );
}
