import { differences } from '#domain/merge/differences.ts';
import { newCoe } from '#domain/coe/new-coe.ts';
import type { RecoveredWriting } from '#ipc/journal.ts';

import { usePatternWords } from '../../platform/patterns.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { DifferenceList } from '../../ui/difference-list.tsx';
import { FailedState } from '../../ui/failed-state.tsx';

type RecoveredDialogProps = {
  writing: RecoveredWriting;
  onRestore: () => void;
  onDiscard: () => void;
  onClose: () => void;
};

/** The differences between the file and the recovered writing. */
export function RecoveredDialog({ writing, onRestore, onDiscard, onClose }: RecoveredDialogProps) {
  const dates = useDateStyle();
  const patterns = usePatternWords();
  const read = useIpcQuery('journal:read', { id: writing.id }, { staleTime: 0, gcTime: 0 });
  const isInLibrary = read.data?.isInLibrary === true;
  const now = useIpcQuery('coe:open', { id: writing.coeId }, { enabled: isInLibrary, staleTime: 0, gcTime: 0 });
  const recovered = read.data?.coe;
  const other = isInLibrary
    ? now.data?.coe
    : recovered && newCoe({ kind: recovered.kind, title: '', happened: UNKNOWN }, recovered.id, () => 0);
  return (
    <Dialog title="Recovered writing" width="wide" isOpen onClose={onClose}>
      {read.error !== null && <FailedState error={read.error.appError} onRetry={read.refetch} />}
      <p>Struck through: only in the saved file. Underlined: only in what was recovered.</p>
      {recovered !== undefined && other !== undefined && (
        <DifferenceList found={differences(other, recovered, dates, patterns)} />
      )}
      <DialogButtons>
        <Button onPress={onClose}>Decide later</Button>
        <Button onPress={onDiscard}>Discard</Button>
        <Button look="primary" onPress={onRestore}>
          Restore
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

const UNKNOWN = { precision: 'unknown', value: '', approximate: false } as const;
