import { lazy, Suspense, useEffect } from 'react';

import { closeDialog, useAppDialog } from './app-dialog-state.ts';

const loadPalette = () => import('../features/palette/palette.tsx');
const loadNewCoe = () => import('../features/new-coe/new-coe-dialog.tsx');

const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const NewCoeDialog = lazy(async () => ({ default: (await loadNewCoe()).NewCoeDialog }));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('../features/help/shortcuts-dialog.tsx')).ShortcutsDialog,
}));
const WhatLeavesDialog = lazy(async () => ({
  default: (await import('../features/help/what-leaves-dialog.tsx')).WhatLeavesDialog,
}));
const AboutDialog = lazy(async () => ({ default: (await import('../features/help/about-dialog.tsx')).AboutDialog }));

/** The dialogs that belong to no screen. */
export function AppDialogs() {
  const dialog = useAppDialog((state) => state.dialog);

  // What opens under someone's fingers is fetched beforehand: the next key typed must land in it.
  useEffect(() => {
    const handle = requestIdleCallback(() => void Promise.all([loadPalette(), loadNewCoe()]));
    return () => cancelIdleCallback(handle);
  }, []);

  if (dialog === null) return null;
  return (
    <Suspense fallback={null}>
      {dialog.name === 'new-coe' && (
        <NewCoeDialog key={dialog.kind ?? 'any'} kind={dialog.kind} onClose={closeDialog} />
      )}
      {dialog.name === 'palette' && <Palette key={dialog.mode} mode={dialog.mode} onClose={closeDialog} />}
      {dialog.name === 'shortcuts' && <ShortcutsDialog onClose={closeDialog} />}
      {dialog.name === 'what-leaves' && <WhatLeavesDialog onClose={closeDialog} />}
      {dialog.name === 'about' && <AboutDialog onClose={closeDialog} />}
    </Suspense>
  );
}
