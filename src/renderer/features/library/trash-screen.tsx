import { RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import { quantity, upperFirst } from '#domain/text/format.ts';
import { formatDateAndTime } from '#domain/time/format-instant.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import type { TrashedCoe } from '#ipc/library-state.ts';

import { currentLibrary, invokeIn, useLibraryState } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { FailedState } from '../../ui/failed-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { DeletePermanentlyDialog } from './delete-permanently-dialog.tsx';
import styles from './side-screen.module.css';

/** The COEs in the trash. They stay there as files until they are restored or deleted permanently. */
export function TrashScreen() {
  const trash = useIpcQuery('trash:list', {});
  const library = useLibraryState();
  const canWrite = library?.writable !== false;
  const [doomed, setDoomed] = useState<readonly TrashedCoe[] | null>(null);
  if (trash.error !== null) return <FailedState error={trash.error.appError} onRetry={trash.refetch} />;
  if (trash.data === undefined) return <Skeleton lines={4} />;
  return (
    <div className={styles.screen} data-region>
      <h1>Trash</h1>
      {trash.data.length === 0 ? (
        <EmptyState title="Nothing in the trash">
          A COE that you move to the trash stays here, whole, until you restore it or delete it permanently.
        </EmptyState>
      ) : (
        <>
          <p className={styles.lead}>
            {trash.data.length === 1 ? 'One COE is' : `${quantity(trash.data.length, 'COE')} are`} in the trash. Nothing
            here is deleted until you say so.
          </p>
          <p className={styles.all}>
            <Button isDisabled={!canWrite} onPress={() => setDoomed(trash.data)}>
              <Trash2 size={15} aria-hidden />
              Empty trash…
            </Button>
          </p>
          <ul aria-label="COEs in the trash" className={styles.list}>
            {trash.data.map((coe) => (
              <TrashRow key={coe.trashId} coe={coe} canWrite={canWrite} onDelete={() => setDoomed([coe])} />
            ))}
          </ul>
        </>
      )}
      {doomed !== null && library !== undefined && (
        <DeletePermanentlyDialog library={library.handle} coes={doomed} onClose={() => setDoomed(null)} />
      )}
    </div>
  );
}

type TrashRowProps = { coe: TrashedCoe; canWrite: boolean; onDelete: () => void };

function TrashRow({ coe, canWrite, onDelete }: TrashRowProps) {
  const dates = useDateStyle();
  const navigate = useNavigate();
  const zone = useZone();
  const title = coe.title.trim() === '' ? 'Untitled' : coe.title;
  const restore = async (): Promise<void> => {
    const result = await invokeIn(currentLibrary(), 'trash:restore', { trashId: coe.trashId });
    if (result.ok) {
      showToast(`“${shortened(title)}” was restored.`, {
        label: 'Open it',
        run: () => void navigate(`/coes/${result.value.coeId}`),
      });
    } else showToast(`${upperFirst(explainError(result.error).title)}. ${explainError(result.error).safe}`);
  };
  return (
    <li className={styles.row} aria-label={title}>
      <div>
        <h2 className={styles.title}>{title}</h2>
        {coe.kind !== null && coe.happened !== null && (
          <p className={styles.soft}>
            {COE_KIND_LABELS[coe.kind]}, {formatMoment(coe.happened, { style: 'short', dates })}
          </p>
        )}
        <p className={styles.soft}>Moved here on {formatDateAndTime(coe.deletedAt, zone, dates)}</p>
      </div>
      <div className={styles.buttons}>
        <Button onPress={() => void restore()} isDisabled={!canWrite} aria-label={`Restore ${title}`}>
          <RotateCcw size={15} aria-hidden />
          Restore
        </Button>
        <Button look="plain" onPress={onDelete} isDisabled={!canWrite} aria-label={`Delete ${title} permanently…`}>
          Delete permanently…
        </Button>
      </div>
    </li>
  );
}

const shortened = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`);
