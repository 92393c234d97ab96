import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Library } from '#main/library/library-api.ts';

/**
 * What a subject remembers from preparing; plain text, because another process judges after a kill. `folder` names the
 * library where that is another than the one that was open.
 */
export type Scene = Readonly<Record<string, string>>;

/** `old` is as before, `new` as it was to become; anything else is damage, told in words. */
export type Verdict = 'old' | 'new' | { readonly damage: string };

/**
 * One thing that people do and that changes files. Written once, it is put through every fault of the matrix and killed
 * at every step: add a file here and a line in all-subjects.ts.
 */
export type Subject = {
  readonly name: string;
  readonly isControl?: boolean;
  /** Takes so long that the short form tries only some of the errors. */
  readonly isSlow?: boolean;
  /** What it may answer besides what the disk said. */
  readonly mayAnswer?: readonly AppError['kind'][];
  /** Makes ready, without faults. */
  readonly prepare: (library: Library) => Promise<Scene>;
  /** Does it. Called again with the same scene, it does what a person's second try does. */
  readonly act: (library: Library, scene: Scene) => Promise<Result<unknown, AppError>>;
  /** Waits for what comes after the answer, which goes wrong in the same ways. Left out where nothing does. */
  readonly finish?: (library: Library, scene: Scene) => Promise<void>;
  /** Reads the folder and nothing else. */
  readonly judge: (folder: string, scene: Scene) => Verdict;
};
