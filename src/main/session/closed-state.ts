import path from 'node:path';

import type { LibraryState } from '#ipc/library-state.ts';
import type { LibraryOptions } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';

/**
 * The state of a library that is not open: its identity, path and status. Counts are 0 because nothing in it is known.
 */
export const closedState = (
  { folder, name, isExamples }: Pick<LibraryOptions, 'folder' | 'name' | 'isExamples'>,
  status: LibraryState['status'],
  isEncrypted: boolean,
  progress: LibraryState['progress'] = null,
): LibraryState => ({
  handle: handleOf(folder),
  name: name ?? path.basename(folder),
  folder: folder,
  status,
  isFolderEmpty: false,
  isEncrypted,
  writable: false,
  isOpenElsewhere: false,
  isExamples: isExamples === true,
  coeCount: 0,
  problemCount: 0,
  copyCount: 0,
  trashCount: 0,
  rolledBack: { count: 0, first: [] },
  versionsError: null,
  progress,
});
