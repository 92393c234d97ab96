import path from 'node:path';

import { app } from 'electron';

/**
 * The app's folders on this computer, as absolute paths. None is in a library. Most can be deleted: the caches are
 * rebuilt, the journal holds unsaved changes.
 */
export type AppFolders = {
  readonly userData: string;
  readonly logs: string;
  /** Catalogues and search indexes. */
  readonly caches: string;
  /** Unsaved changes. */
  readonly journal: string;
  /** Receipts of imports, with what is needed to undo them. */
  readonly imports: string;
  /** One's own keys and the cards of others. */
  readonly sharing: string;
  /** What other people shared for coaching, and one's notes about it. */
  readonly people: string;
  /** The repositories of team libraries, and how they are connected. */
  readonly team: string;
  readonly examples: string;
  /** Which process has which library open. Shared by all starts of one user, whatever user data they use. */
  readonly locks: string;
  readonly documents: string;
};

/**
 * Returns the folders, as Electron reports them. `--user-data-dir` moves all of them except `locks` and `documents`.
 */
export function appFolders(): AppFolders {
  const userData = app.getPath('userData');
  return {
    userData,
    logs: path.join(userData, 'logs'),
    caches: path.join(userData, 'libraries'),
    journal: path.join(userData, 'journal'),
    imports: path.join(userData, 'imports'),
    sharing: path.join(userData, 'sharing'),
    people: path.join(userData, 'people'),
    team: path.join(userData, 'team'),
    examples: path.join(userData, 'examples'),
    locks: path.join(app.getPath('appData'), 'Once', 'open-libraries'),
    documents: documentsFolder(),
  };
}

/** Some desktops have no documents folder; the fallback is `Documents` in the home folder. */
function documentsFolder(): string {
  try {
    return app.getPath('documents');
  } catch {
    return path.join(app.getPath('home'), 'Documents');
  }
}
