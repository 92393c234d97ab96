import { useEffect } from 'react';

import { COMMANDS, type CommandId } from '#ipc/commands.ts';
import type { LibraryState } from '#ipc/library-state.ts';

import { invoke } from '../platform/bridge.ts';
import { useCommands } from '../platform/commands.ts';
import { changeSettings } from '../platform/settings.ts';
import { ChangingScreen } from '../features/vault/changing-screen.tsx';
import { FailedScreen } from '../features/vault/failed-screen.tsx';
import { UnlockScreen } from '../features/vault/unlock-screen.tsx';
import { showToast, Toasts } from '../ui/toast.tsx';
import { AppearanceOnRoot } from './appearance-on-root.tsx';
import { FlushOnRequest } from './flush-on-request.tsx';
import { HELP_COMMANDS } from './help-commands.ts';
import { HelpDialogs } from './help-dialogs.tsx';
import { BelowHandbook, HandbookOverClosed } from './handbook-over-closed.tsx';
import { openCapture } from './open-capture.ts';
import { chooseLibrary, openExamples, retryLibrary, revealLibrary } from './open-library.ts';
import { readViewState } from './restore-view-state.tsx';
import { useHandbookWhileClosed } from './use-handbook-while-closed.ts';
import { useRegionShortcuts } from './use-region-shortcuts.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The app while the library is locked, being converted or could not be opened: one screen, and the commands that need no library. */
export function ClosedLibrary({ library }: { library: LibraryState }) {
  const isLocked = library.status === 'locked';
  const { handle } = library;
  useEffect(() => {
    if (isLocked) void readViewState(handle);
  }, [isLocked, handle]);
  const handbook = useHandbookWhileClosed();
  useShortcuts();
  useCommands(withReasons(library.status));
  useRegionShortcuts();
  useCommands({
    'help.handbook': () => handbook.open('/handbook'),
    'help.patterns': () => handbook.open('/handbook/patterns'),
    'go.handbook': () => handbook.open('/handbook'),
    'go.back': handbook.back,
    'go.forward': handbook.forward,
    'edit.undo': () => void invoke('app:run-native', { role: 'undo' }),
    'edit.redo': () => void invoke('app:run-native', { role: 'redo' }),
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
      {handbook.isOpen && <HandbookOverClosed onClose={handbook.close} />}
      <BelowHandbook isHidden={handbook.isOpen}>
        {isLocked ? (
          <UnlockScreen library={library} onOpenAnother={() => void chooseLibrary()} />
        ) : library.status === 'failed' ? (
          <FailedScreen library={library} onRetry={retryLibrary} onOpenAnother={() => void chooseLibrary()} />
        ) : (
          <ChangingScreen library={library} />
        )}
      </BelowHandbook>
      <HelpDialogs />
      <Toasts />
    </>
  );
}

/** Commands that need an open library say so when nothing handled them. */
const withReasons = (status: LibraryState['status']): Partial<Record<CommandId, () => void>> =>
  Object.fromEntries(
    COMMANDS.filter(({ id }) => !WITHOUT_LIBRARY.has(id)).map(({ id, label }) => [
      id,
      () =>
        showToast(
          id === 'library.lock' && status === 'locked'
            ? 'This library is locked already.'
            : `“${label.replace('…', '')}” needs an open library. ${NEXT_STEP[status] ?? ''}`.trim(),
        ),
    ]),
  );

/** What needs no library, and does nothing where there is nothing to do it with. */
const WITHOUT_LIBRARY: ReadonlySet<CommandId> = new Set(['region.next', 'region.previous']);

const NEXT_STEP: Partial<Record<LibraryState['status'], string>> = {
  locked: 'Unlock this one first.',
  changing: 'This one opens once its files are converted.',
  failed: 'Try this one again, or open another.',
};
