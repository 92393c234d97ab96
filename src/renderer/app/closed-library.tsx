import { useEffect } from 'react';

import type { LibraryState } from '#ipc/library-state.ts';

import { useCommands } from '../platform/commands.ts';
import { changeSettings } from '../platform/settings.ts';
import { ChangingScreen } from '../features/vault/changing-screen.tsx';
import { FailedScreen } from '../features/vault/failed-screen.tsx';
import { UnlockScreen } from '../features/vault/unlock-screen.tsx';
import { Toasts } from '../ui/toast.tsx';
import { AppearanceOnRoot } from './appearance-on-root.tsx';
import { FlushOnRequest } from './flush-on-request.tsx';
import { HELP_COMMANDS } from './help-commands.ts';
import { HelpDialogs } from './help-dialogs.tsx';
import { openCapture } from './open-capture.ts';
import { chooseLibrary, openExamples, retryLibrary, revealLibrary } from './open-library.ts';
import { readViewState } from './restore-view-state.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** The app while the library is locked, being converted or could not be opened: one screen, and the commands that need no library. */
export function ClosedLibrary({ library }: { library: LibraryState }) {
  const isLocked = library.status === 'locked';
  const { handle } = library;
  useEffect(() => {
    if (isLocked) void readViewState(handle);
  }, [isLocked, handle]);
  useShortcuts();
  useCommands({
    'capture.open': openCapture,
    'library.open': () => void chooseLibrary(),
    'library.examples': () => void openExamples(),
    'library.reveal': () => void revealLibrary(),
    ...HELP_COMMANDS,
    'view.theme-light': () => void changeSettings({ theme: 'light' }),
    'view.theme-dark': () => void changeSettings({ theme: 'dark' }),
    'view.theme-system': () => void changeSettings({ theme: 'system' }),
  });
  return (
    <>
      <AppearanceOnRoot />
      <FlushOnRequest />
      {isLocked ? (
        <UnlockScreen library={library} onOpenAnother={() => void chooseLibrary()} />
      ) : library.status === 'failed' ? (
        <FailedScreen library={library} onRetry={retryLibrary} onOpenAnother={() => void chooseLibrary()} />
      ) : (
        <ChangingScreen library={library} />
      )}
      <HelpDialogs />
      <Toasts />
    </>
  );
}
