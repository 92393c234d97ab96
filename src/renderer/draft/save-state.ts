import type { Coe } from '#domain/coe/coe.ts';
import type { AppError } from '#ipc/app-error.ts';

/** A version of the file with the revision that names it. */
export type FileVersion = { coe: Coe; revision: string };

/**
 * The version on disk when it is not the one we started from, with what it and the words here both came from (null when
 * nobody knows); null as a whole when the file is gone.
 */
export type OutsideVersion = (FileVersion & { base: Coe | null }) | null;

/** How safe the words on the screen are. */
export type SaveState =
  /** On disk. `at` is when this session last wrote it, as an ISO instant; null when it has not had to. */
  | { kind: 'saved'; at: string | null }
  | { kind: 'edited' }
  | { kind: 'saving' }
  | { kind: 'failed'; error: AppError }
  /** Someone else wrote this file while there are words here that go against it. Nothing is written until a person decides. */
  | { kind: 'changed-outside'; theirs: OutsideVersion };
