import { useState } from 'react';

import { formatTime } from '#domain/time/format-instant.ts';

import { useDraft } from '../../draft/draft-context.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import styles from './history.module.css';
import { VersionView } from './version-view.tsx';
import { byDay, spaceWords, WHY_WORDS } from './version-words.ts';

/** The versions of this COE by day, and what has changed since the selected one. */
export function HistoryDialog({ onClose }: { onClose: () => void }) {
  const draft = useDraft();
  const zone = useZone();
  const listed = useIpcQuery('versions:list', { id: draft.id }, { staleTime: 0, gcTime: 0 });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const versions = listed.data ?? [];
  const chosen = versions.find(({ versionId }) => versionId === chosenId) ?? versions[0];
  return (
    <Dialog title="History" width="wide" isOpen onClose={onClose}>
      {listed.error !== null && <FailedState error={listed.error.appError} onRetry={listed.refetch} />}
      {listed.data?.length === 0 && (
        <p>
          Nothing yet. Before you change a COE, Once keeps it as it was; while you write, a version every few minutes;
          and when it is marked ready, reviewed or closed, one for ever.
        </p>
      )}
      {chosen !== undefined && (
        <div className={styles.columns}>
          <nav aria-label="Versions" className={styles.versions}>
            {byDay(versions, zone).map(({ day, versions: ofDay }) => (
              <section key={day} aria-label={day}>
                <h3>{day}</h3>
                <ul>
                  {ofDay.map((version) => (
                    <li key={version.versionId}>
                      <button
                        type="button"
                        className={styles.version}
                        aria-pressed={version === chosen}
                        onClick={() => setChosenId(version.versionId)}
                      >
                        <strong>{formatTime(version.at, zone)}</strong> {WHY_WORDS[version.why]}
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            <p className={styles.space}>{spaceWords(versions)}. Once deletes some of the older ones over time.</p>
          </nav>
          <VersionView key={chosen.versionId} version={chosen} onRestored={onClose} />
        </div>
      )}
      <DialogButtons>
        <Button onPress={onClose}>Close</Button>
      </DialogButtons>
    </Dialog>
  );
}
