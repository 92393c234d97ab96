import { z } from 'zod';

/** Where a window stood. Pixels of the desktop, which may reach over several displays. */
export const savedWindowBoundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  maximised: z.boolean(),
});
export type SavedWindowBounds = z.infer<typeof savedWindowBoundsSchema>;

/** What the app remembers of this computer: paths and pixels, which mean nothing on another. Kept apart from the settings. */
export const appStateSchema = z.object({
  /** The library to open next time; null until one was opened. */
  lastLibrary: z.string().nullable(),
  /** Whether the first library was ever made. It is not made twice. */
  firstLibraryMade: z.boolean(),
  /** Newest first. */
  recentLibraries: z.array(z.string().min(1).max(4096)).max(20),
  window: savedWindowBoundsSchema.nullable(),
  /** The day on which the last reminder was shown. */
  remindedOn: z.string().max(10).nullable(),
  /** Where each library is backed up to, by the library's folder. */
  backupFolders: z.record(z.string().max(4096), z.string().min(1).max(4096)),
});
export type AppState = z.infer<typeof appStateSchema>;

export const DEFAULT_APP_STATE: AppState = {
  lastLibrary: null,
  firstLibraryMade: false,
  recentLibraries: [],
  window: null,
  remindedOn: null,
  backupFolders: {},
};
