import type { Coe } from '#domain/coe/coe.ts';
import type { AppError } from '#ipc/app-error.ts';

/** A version of the file and its revision. */
export type FileVersion = { coe: Coe; revision: string };

/**
 * The version on disk when another program changed the file, with the common ancestor of that version and the draft
 * (`base`; null when it is unknown). Null as a whole when the file is gone.
 */
export type ExternalVersion = (FileVersion & { base: Coe | null }) | null;

/** Whether the draft is on disk. */
export type SaveState =
  /**
   * On disk. `at` is when this draft was last saved, as an ISO instant; null when it has not been saved since it was
   * opened.
   */
  | { kind: 'saved'; at: string | null }
  | { kind: 'edited' }
  | { kind: 'saving' }
  | { kind: 'failed'; error: AppError }
  /**
   * Another program changed the file in conflict with unsaved changes. Nothing is saved until the conflict is resolved.
   */
  | { kind: 'changed-outside'; theirs: ExternalVersion };
