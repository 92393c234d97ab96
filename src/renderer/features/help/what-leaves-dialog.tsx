import { Dialog } from '../../ui/dialog.tsx';

/** What leaves this computer. */
export const WhatLeavesDialog = ({ onClose }: { onClose(): void }) => (
  <Dialog title="What leaves this computer" isOpen onClose={onClose}>
    <p>What leaves this computer</p>
  </Dialog>
);
