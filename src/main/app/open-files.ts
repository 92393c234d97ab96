import { realpathSync } from 'node:fs';
import path from 'node:path';

import { isCoeId } from '#domain/ids.ts';

/** What opening a file needs. */
export type OpenFilesDeps = {
  /** The folder of the open library. */
  readonly folder: () => string;
  readonly askToSwitch: (folder: string) => Promise<boolean>;
  readonly switchLibrary: (folder: string) => Promise<unknown>;
  /** Shows a COE of the open library in the main window. */
  readonly showCoe: (id: string) => void;
  /** Takes every other file, as if it had been dropped on the window; it asks the person. */
  readonly others: (paths: readonly string[]) => Promise<void>;
};

/**
 * Creates what opens the files that the system or the command line names. A COE in a library is shown there; for one
 * of another library Once asks whether to open that library. Paths are absolute.
 */
export function createFileOpener({ folder, askToSwitch, switchLibrary, showCoe, others }: OpenFilesDeps) {
  return async (paths: readonly string[]): Promise<void> => {
    const [first] = paths;
    if (first === undefined) return;
    const coe = paths.length === 1 ? coeInLibrary(first) : null;
    if (coe === null) return others(paths);
    if (!isSameFolder(coe.library, folder())) {
      if (!(await askToSwitch(coe.library))) return;
      await switchLibrary(coe.library);
      if (!isSameFolder(coe.library, folder())) return;
    }
    showCoe(coe.id);
  };
}

/** The library and the id of a COE's file; null for any other file. Only the path is looked at. */
function coeInLibrary(file: string): { library: string; id: string } | null {
  const { dir, name, ext } = path.parse(file);
  if (ext !== '.json' || path.basename(dir) !== 'coes' || !isCoeId(name)) return null;
  return { library: path.dirname(dir), id: name };
}

function isSameFolder(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return one === other; // One of them cannot be reached.
  }
}
