import { lazy, Suspense } from 'react';

import { closeDialog, useAppDialog } from './app-dialog-state.ts';

const NewCoeDialog = lazy(async () => ({
  default: (await import('../features/new-coe/new-coe-dialog.tsx')).NewCoeDialog,
}));

/** The dialogs that belong to no screen. */
export function AppDialogs() {
  const dialog = useAppDialog((state) => state.dialog);
  if (dialog === null) return null;
  return (
    <Suspense fallback={null}>
      {dialog.name === 'new-coe' && <NewCoeDialog kind={dialog.kind} onClose={closeDialog} />}
    </Suspense>
  );
}
