import { lazy, Suspense } from 'react';

import { closeDialog, useAppDialog } from './app-dialog-state.ts';

const ShortcutsDialog = lazy(async () => ({
  default: (await import('../features/help/shortcuts-dialog.tsx')).ShortcutsDialog,
}));
const WhatLeavesDialog = lazy(async () => ({
  default: (await import('../features/help/what-leaves-dialog.tsx')).WhatLeavesDialog,
}));
const DiagnosticsDialog = lazy(async () => ({
  default: (await import('../features/help/diagnostics-dialog.tsx')).DiagnosticsDialog,
}));
const NewerDialog = lazy(async () => ({ default: (await import('../features/help/newer-dialog.tsx')).NewerDialog }));
const LicencesDialog = lazy(async () => ({
  default: (await import('../features/help/licences-dialog.tsx')).LicencesDialog,
}));
const AboutDialog = lazy(async () => ({ default: (await import('../features/help/about-dialog.tsx')).AboutDialog }));

/** The dialogs of `HELP_COMMANDS`, which can open over any screen, also while the library is closed. */
export function HelpDialogs() {
  const name = useAppDialog((state) => state.dialog?.name);
  return (
    <Suspense fallback={null}>
      {name === 'shortcuts' && <ShortcutsDialog onClose={closeDialog} />}
      {name === 'what-leaves' && <WhatLeavesDialog onClose={closeDialog} />}
      {name === 'diagnostics' && <DiagnosticsDialog onClose={closeDialog} />}
      {name === 'newer' && <NewerDialog onClose={closeDialog} />}
      {name === 'licences' && <LicencesDialog onClose={closeDialog} />}
      {name === 'about' && <AboutDialog onClose={closeDialog} />}
    </Suspense>
  );
}
