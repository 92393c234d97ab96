import path from 'node:path';

import { app } from 'electron';

/** Where the app keeps things on this computer. None of it is in a library, and all but the settings can be deleted. */
export type AppFolders = {
  readonly userData: string;
  readonly logs: string;
  /** Catalogues and search indexes. */
  readonly caches: string;
  /** Writing that is not saved yet. */
  readonly journal: string;
  readonly examples: string;
  /** Who has which library open. One place for all of a person's starts, whatever user data they run with. */
  readonly locks: string;
  readonly documents: string;
};

/** The folders, from Electron's own idea of where they are. `--user-data-dir` moves them all but the locks. */
export function appFolders(): AppFolders {
  const userData = app.getPath('userData');
  return {
    userData,
    logs: path.join(userData, 'logs'),
    caches: path.join(userData, 'libraries'),
    journal: path.join(userData, 'journal'),
    examples: path.join(userData, 'examples'),
    locks: path.join(app.getPath('appData'), 'Once', 'open-libraries'),
    documents: documentsFolder(),
  };
}

/** Not every desktop has such a folder. */
function documentsFolder(): string {
  try {
    return app.getPath('documents');
  } catch {
    return path.join(app.getPath('home'), 'Documents');
  }
}
