import { z } from 'zod';

/** The last position and size of the window, in desktop pixels across all displays. */
export const savedWindowBoundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  maximised: z.boolean(),
});
/** The last bounds of the window. While it is maximised, these are its bounds when restored. */
export type SavedWindowBounds = z.infer<typeof savedWindowBoundsSchema>;

/**
 * What the app remembers about this computer: paths and pixels, which mean nothing on another one. Kept apart from the
 * settings.
 */
export const appStateSchema = z.object({
  /** The library to open at the next start; null until one was opened. */
  lastLibrary: z.string().nullable(),
  /** Whether the first library was ever created. It is not created twice. */
  firstLibraryMade: z.boolean(),
  /** Newest first. */
  recentLibraries: z.array(z.string().min(1).max(4096)).max(20),
  window: savedWindowBoundsSchema.nullable(),
  /** The calendar date of the last reminder, null before the first. */
  remindedOn: z.string().max(10).nullable(),
  /** The backup folder of each library, keyed by the library's folder. */
  backupFolders: z.record(z.string().max(4096), z.string().min(1).max(4096)),
  /** Where the question about patterns was answered or put off: `<id of the COE> <place>`, the newest last. */
  patternQuestions: z.array(z.string().max(100)).max(5000),
  /** The folder of the Markdown copy of each library, keyed by the library's folder. */
  markdownCopyFolders: z.record(z.string().max(4096), z.string().min(1).max(4096)),
});
/** The remembered state of this computer. */
export type AppState = z.infer<typeof appStateSchema>;

/** The state of a first start. */
export const DEFAULT_APP_STATE: AppState = {
  lastLibrary: null,
  firstLibraryMade: false,
  recentLibraries: [],
  window: null,
  remindedOn: null,
  backupFolders: {},
  patternQuestions: [],
  markdownCopyFolders: {},
};
