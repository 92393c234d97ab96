import { useMemo, useState } from 'react';

import type { Coe } from '#domain/coe/coe.ts';
import { differences } from '#domain/merge/differences.ts';
import { upperFirst } from '#domain/text/format.ts';
import { formatTime, formatWeekdayAndDate } from '#domain/time/format-instant.ts';
import type { Version } from '#ipc/versions.ts';

import { useCoe, useDraft, useDraftState } from '../../draft/draft-context.ts';
import { invoke } from '../../platform/bridge.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { DifferenceList } from '../../ui/difference-list.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { FailedState } from '../../ui/failed-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './history.module.css';

type VersionViewProps = { version: Version; onRestored: () => void };

/** One version: what has changed since, and the ways to restore it. */
export function VersionView({ version, onRestored }: VersionViewProps) {
  const draft = useDraft();
  const now = useCoe((coe) => coe);
  const readOnly = useDraftState((state) => state.readOnly);
  const [failed, setFailed] = useState('');
  const then = useIpcQuery('versions:read', { id: draft.id, versionId: version.versionId }, { gcTime: 0 });
  const found = useMemo(() => (then.data === undefined ? null : differences(then.data, now)), [then.data, now]);
  const zone = useZone();
  const when = `${formatWeekdayAndDate(version.at, zone)}, ${formatTime(version.at, zone)}`;

  const restore = async (): Promise<void> => {
    const library = currentLibrary();
    // Saved first, so that the current text becomes a version too.
    await draft.flush();
    const restored = await invokeIn(library, 'versions:restore', { id: draft.id, versionId: version.versionId });
    if (!restored.ok) {
      const { title, safe } = explainError(restored.error);
      return setFailed(`${upperFirst(title)}. ${safe}`);
    }
    onRestored();
    return showToast(
      `The version of ${when} was restored. The one it replaced is in the history.`,
      () => void draft.undo(),
    );
  };
  const saveCopy = async (coe: Coe): Promise<void> => {
    const saved = await invoke('coe:save-copy', { coe });
    if (saved.ok) onRestored();
    if (saved.ok) showToast(`A copy was saved as ${saved.value.fileName}.`);
    else if (saved.error.kind !== 'cancelled') setFailed(`${upperFirst(explainError(saved.error).title)}.`);
  };

  if (then.error !== null) return <FailedState error={then.error.appError} onRetry={then.refetch} />;
  if (then.data === undefined || found === null) return <p role="status">Reading this version…</p>;
  const coe = then.data;
  return (
    <section className={styles.view} aria-label={`From ${when} to now`}>
      <div className={styles.about}>
        <h3>What changed since {when}</h3>
        <div className={styles.buttons}>
          <Button look="primary" isDisabled={readOnly || found.length === 0} onPress={() => void restore()}>
            Restore this version
          </Button>
          <Button onPress={() => void saveCopy(coe)}>Save as a copy…</Button>
        </div>
        <p role="alert" className={styles.failed}>
          {failed}
        </p>
      </div>
      {found.length === 0 ? <p>Nothing. It is the same as now.</p> : <DifferenceList found={found} />}
    </section>
  );
}
