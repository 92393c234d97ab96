import { Dialog } from '../../ui/dialog.tsx';

/** Keyboard shortcuts. */
export const ShortcutsDialog = ({ onClose }: { onClose(): void }) => (
  <Dialog title="Keyboard shortcuts" isOpen onClose={onClose}>
    <p>Keyboard shortcuts</p>
  </Dialog>
);
