import { useMemo, useState } from 'react';

import type { Coe } from '#domain/coe/coe.ts';
import { differences } from '#domain/merge/differences.ts';
import { upperFirst } from '#domain/text/format.ts';
import { formatTime, formatWeekdayAndDate } from '#domain/time/format-instant.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { TeamStep } from '#ipc/team.ts';
import type { Version } from '#ipc/versions.ts';

import { useCoe, useDraft, useDraftState } from '../../draft/draft-context.ts';
import { invoke } from '../../platform/bridge.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { usePatternWords } from '../../platform/patterns.ts';
import { type IpcError, useIpcQuery } from '../../platform/queries.ts';
import { useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { DifferenceList } from '../../ui/difference-list.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { FailedState } from '../../ui/failed-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './history.module.css';

type VersionViewProps = { version: Version; onRestored: () => void };

/** One version: what has changed since, and the ways to restore it. */
export function VersionView({ version, onRestored }: VersionViewProps) {
  const draft = useDraft();
  const then = useIpcQuery('versions:read', { id: draft.id, versionId: version.versionId }, { gcTime: 0 });
  const restore = async (): Promise<AppError | null> => {
    const library = currentLibrary();
    // Saved first, so that the current text becomes a version too.
    await draft.flush();
    const restored = await invokeIn(library, 'versions:restore', { id: draft.id, versionId: version.versionId });
    return restored.ok ? null : restored.error;
  };
  return (
    <EarlierView
      at={version.at}
      then={then}
      what="version"
      restore={restore}
      undo={() => void draft.undo()}
      onRestored={onRestored}
    />
  );
}

type StepViewProps = { step: TeamStep; onRestored: () => void };

/** The COE after a step of the team: who it says it is from, what has changed since, and the ways to restore it. */
export function StepView({ step, onRestored }: StepViewProps) {
  const draft = useDraft();
  const then = useIpcQuery('team:read-step', { coeId: draft.id, step: step.id }, { gcTime: 0 });
  const restore = async (coe: Coe): Promise<AppError | null> => {
    draft.change((now) => ({ ...coe, id: now.id, createdAt: now.createdAt }), { location: 'header' });
    await draft.flush();
    return null;
  };
  return (
    <EarlierView
      at={step.at}
      then={then}
      what="step"
      from={
        step.by === ''
          ? 'Here Once merged the changes of two people.'
          : `It says it is from ${step.by}. Nothing proves that.`
      }
      restore={restore}
      undo={() => void draft.undo()}
      onRestored={onRestored}
    />
  );
}

type EarlierViewProps = {
  at: string;
  then: { data: Coe | undefined; error: IpcError | null; refetch: () => unknown };
  what: 'version' | 'step';
  /** A line about where it came from. */
  from?: string;
  /** Puts it back; null if it worked. */
  restore: (coe: Coe) => Promise<AppError | null>;
  undo: () => void;
  onRestored: () => void;
};

function EarlierView({ at, then, what, from, restore, undo, onRestored }: EarlierViewProps) {
  const dates = useDateStyle();
  const patterns = usePatternWords();
  const now = useCoe((coe) => coe);
  const readOnly = useDraftState((state) => state.readOnly);
  const [failed, setFailed] = useState('');
  const found = useMemo(
    () => (then.data === undefined ? null : differences(then.data, now, dates, patterns)),
    [then.data, now, dates, patterns],
  );
  const zone = useZone();
  const when = `${formatWeekdayAndDate(at, zone, dates)}, ${formatTime(at, zone, dates)}`;

  const putBack = async (coe: Coe): Promise<void> => {
    const error = await restore(coe);
    if (error !== null) {
      const { title, safe } = explainError(error);
      return setFailed(`${upperFirst(title)}. ${safe}`);
    }
    onRestored();
    return showToast(`The version of ${when} was restored. The one it replaced is in the history.`, undo);
  };
  const saveCopy = async (coe: Coe): Promise<void> => {
    const saved = await invoke('coe:save-copy', { coe });
    if (saved.ok) onRestored();
    if (saved.ok) showToast(`A copy was saved as ${saved.value.fileName}.`);
    else if (saved.error.kind !== 'cancelled') setFailed(`${upperFirst(explainError(saved.error).title)}.`);
  };

  if (then.error !== null) return <FailedState error={then.error.appError} onRetry={then.refetch} />;
  if (then.data === undefined || found === null) return <p role="status">Reading this {what}…</p>;
  const coe = then.data;
  return (
    <section className={styles.view} aria-label={`From ${when} to now`}>
      <div className={styles.about}>
        <h3>What changed since {when}</h3>
        {from !== undefined && <p className={styles.space}>{from}</p>}
        <div className={styles.buttons}>
          <Button look="primary" isDisabled={readOnly || found.length === 0} onPress={() => void putBack(coe)}>
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
