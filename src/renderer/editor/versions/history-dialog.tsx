import { useState } from 'react';

import { formatTime } from '#domain/time/format-instant.ts';

import { useDraft } from '../../draft/draft-context.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useTeam } from '../../platform/team.ts';
import { useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import styles from './history.module.css';
import { StepView, VersionView } from './version-view.tsx';
import { byDay, historyOf, spaceWords, stepWords, WHY_WORDS } from './version-words.ts';

/** The versions of this COE and the steps of its team by day, and what has changed since the selected one. */
export function HistoryDialog({ onClose }: { onClose: () => void }) {
  const dates = useDateStyle();
  const draft = useDraft();
  const zone = useZone();
  const listed = useIpcQuery('versions:list', { id: draft.id }, { staleTime: 0, gcTime: 0 });
  const isTeam = useTeam() !== null;
  const steps = useIpcQuery('team:history', { coeId: draft.id }, { enabled: isTeam, staleTime: 0, gcTime: 0 });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const versions = listed.data ?? [];
  const entries = historyOf(versions, steps.data ?? []);
  const chosen = entries.find(({ id }) => id === chosenId) ?? entries[0];
  return (
    <Dialog title="History" width="wide" isOpen onClose={onClose}>
      {listed.error !== null && <FailedState error={listed.error.appError} onRetry={listed.refetch} />}
      {isTeam && steps.error !== null && (
        <p role="alert">The steps of the team cannot be read now. Versions on this computer are below.</p>
      )}
      {listed.data !== undefined && !steps.isLoading && entries.length === 0 && (
        <p>
          Nothing yet. Before you change a COE, Once keeps it as it was; while you write, a version every few minutes;
          and when it is marked ready, reviewed or closed, one for ever.
        </p>
      )}
      {chosen !== undefined && (
        <div className={styles.columns}>
          <nav aria-label="Versions" className={styles.versions}>
            {byDay(entries, zone, dates).map(({ day, entries: ofDay }) => (
              <section key={day} aria-label={day}>
                <h3>{day}</h3>
                <ul>
                  {ofDay.map((entry) => (
                    <li key={entry.id}>
                      <button
                        type="button"
                        className={styles.version}
                        aria-pressed={entry === chosen}
                        onClick={() => setChosenId(entry.id)}
                      >
                        <strong>{formatTime(entry.at, zone, dates)}</strong>{' '}
                        {entry.is === 'version' ? (
                          WHY_WORDS[entry.version.why]
                        ) : (
                          <>
                            {entry.step.by === '' ? 'Two people’s changes, merged' : `Says it is from ${entry.step.by}`}
                            : {stepWords(entry.step)}
                          </>
                        )}
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            {versions.length > 0 && (
              <p className={styles.space}>{spaceWords(versions)}. Once deletes some of the older ones over time.</p>
            )}
            {isTeam && (
              <p className={styles.space}>
                The team’s steps are in the repository, for everyone, and are never deleted. The name in one is what its
                writer entered.
              </p>
            )}
          </nav>
          {chosen.is === 'version' ? (
            <VersionView key={chosen.id} version={chosen.version} onRestored={onClose} />
          ) : (
            <StepView key={chosen.id} step={chosen.step} onRestored={onClose} />
          )}
        </div>
      )}
      <DialogButtons>
        <Button onPress={onClose}>Close</Button>
      </DialogButtons>
    </Dialog>
  );
}
