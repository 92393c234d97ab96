import { listen } from '../platform/bridge.ts';
import { openDialog, useAppDialog } from './app-dialog-state.ts';
import { type Navigate, showOpenedFile } from './open-shared-file.ts';

/**
 * Shows what became of files that the person dropped on the window, or named when the app started, and agreed to in a
 * dialog of the system. The answer may come before anything is drawn.
 */
export function listenToDropped(navigate: Navigate): void {
  // Another dialog is not replaced: it may hold text, or an import that runs. The import dialog takes files itself.
  listen('import:dropped', (dropped) => {
    if (useAppDialog.getState().dialog === null) openDialog({ name: 'import', dropped });
  });
  listen('people:opened', ({ result }) => showOpenedFile(result, navigate));
}
