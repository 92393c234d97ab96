import { Dialog } from '../../ui/dialog.tsx';

/** About Once. */
export const AboutDialog = ({ onClose }: { onClose(): void }) => (
  <Dialog title="About Once" isOpen onClose={onClose}>
    <p>About Once</p>
  </Dialog>
);
