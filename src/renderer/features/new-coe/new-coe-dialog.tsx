import type { KindId } from '#domain/coe/vocabulary.ts';

import { Dialog } from '../../ui/dialog.tsx';

type NewCoeDialogProps = { kind: KindId | null; onClose: () => void };

/** Starts a COE: what sort, what it is called, and when it happened. */
export const NewCoeDialog = ({ onClose }: NewCoeDialogProps) => (
  <Dialog title="New COE" isOpen onClose={onClose}>
    {null}
  </Dialog>
);
