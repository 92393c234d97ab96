import type { IMPORT_CHANNELS } from '#ipc/imports.ts';
import type { Handlers } from '#main/ipc/handlers.ts';

import { importHandlers, type ImportHandlersDeps } from './import-handlers.ts';
import { createDropHandler, createPickedImports, type DroppedFilesDeps } from './picked-imports.ts';

/** What the import needs from the app. */
export type StartImportDeps = Omit<ImportHandlersDeps, 'picks'> & {
  /** Asks the person, in a native dialog, whether to import what was dropped. */
  readonly askToImportDropped: DroppedFilesDeps['askToImport'];
};

/** The import of the app: the handlers of its channels, and what handles the paths of dropped files. */
export type StartedImport = {
  readonly handlers: Pick<Handlers, keyof typeof IMPORT_CHANNELS>;
  readonly onDrop: (paths: readonly string[]) => Promise<void>;
};

/** Creates the import. What was chosen in a dialog and what was dropped are then read in the same way. */
export function startImport(deps: StartImportDeps): StartedImport {
  const { library, announce } = deps;
  const picks = createPickedImports();
  return {
    handlers: importHandlers({ ...deps, picks }),
    onDrop: createDropHandler({ picks, askToImport: deps.askToImportDropped, library, announce }),
  };
}
