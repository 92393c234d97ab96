import type { LibraryState } from '#ipc/library-state.ts';

/** An open library with one COE, with what a test says about it. */
export const someLibrary = (known: Partial<LibraryState> = {}): LibraryState => ({
  handle: 'a1b2c3d4e5f60718',
  name: 'Once',
  folder: '/home/ann/Once',
  status: 'ready',
  isFolderEmpty: false,
  isEncrypted: false,
  writable: true,
  isOpenElsewhere: false,
  isExamples: false,
  coeCount: 1,
  problemCount: 0,
  copyCount: 0,
  trashCount: 0,
  rolledBack: { count: 0, first: [] },
  progress: null,
  versionsError: null,
  ...known,
});
