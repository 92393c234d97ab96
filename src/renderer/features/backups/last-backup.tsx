import { DatabaseBackup, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';

import { useLibraryState } from '../../platform/library-state.ts';
import { useToday, useZone } from '../../platform/today.ts';
import { describeLastBackup } from './describe-backup.ts';
import styles from './last-backup.module.css';
import { useBackupsState } from './use-backups.ts';

/** The link to the backups in the navigation, with the state of the last one. */
export function LastBackup() {
  const state = useBackupsState();
  const library = useLibraryState();
  const today = useToday();
  const zone = useZone();
  if (state === undefined || library === undefined || library.isExamples) return null;
  const isTrouble = state.shrunk !== null || state.failure !== null || (state.folder !== null && !state.isReachable);
  const words = describeLastBackup(state, today, zone);
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
