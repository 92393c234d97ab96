import { useDraft } from '../../draft/draft-context.ts';
import type { Resolution } from '../../draft/draft-state.ts';
import type { ExternalVersion } from '../../draft/save-state.ts';
import { Button } from '../../ui/button.tsx';
import { MergeDialog } from './merge-dialog.tsx';

type DifferenceDialogProps = { theirs: NonNullable<ExternalVersion>; onClose: () => void };

/** Compares the draft with the version on disk. */
export function DifferenceDialog({ theirs, onClose }: DifferenceDialogProps) {
  const draft = useDraft();
  const settle = (settlement: Resolution): void => void draft.resolveConflict(settlement).then(onClose);
  return (
    <MergeDialog base={theirs.base} theirs={theirs.coe} otherName="On disk" onSettle={settle} onClose={onClose}>
      <Button onPress={() => settle('theirs')}>Use the version on disk</Button>
      <Button onPress={() => settle('mine')}>Keep mine</Button>
    </MergeDialog>
  );
}
