import { realpathSync } from 'node:fs';
import path from 'node:path';

import { isCoeId } from '#domain/ids.ts';

/** What opening a file needs. */
export type OpenFilesDeps = {
  /** Resolves when the first library is open or locked, and the page can answer. */
  readonly whenReady: () => Promise<void>;
  /** The folder of the open library. */
  readonly folder: () => string;
  readonly askToSwitch: (folder: string) => Promise<boolean>;
  readonly switchLibrary: (folder: string) => Promise<unknown>;
  /** Shows a COE of the open library in the main window. */
  readonly showCoe: (id: string) => void;
  /** Takes the files that are no COEs, as if they had been dropped on the window; it asks the person. */
  readonly others: (paths: readonly string[]) => Promise<void>;
};

/**
 * Creates what opens the files that the system or the command line names. A COE in a library is shown there; for one
 * of another library Once asks whether to open that library. Of several COEs the first is shown, because the window
 * shows one at a time. Paths are absolute.
 */
export function createFileOpener({ whenReady, folder, askToSwitch, switchLibrary, showCoe, others }: OpenFilesDeps) {
  const show = async ({ library, id }: CoeInLibrary): Promise<void> => {
    if (!isSameFolder(library, folder())) {
      if (!(await askToSwitch(library))) return;
      await switchLibrary(library);
      if (!isSameFolder(library, folder())) return;
    }
    showCoe(id);
  };
  return async (paths: readonly string[]): Promise<void> => {
    if (paths.length === 0) return;
    await whenReady();
    const [coe] = paths.map(coeInLibrary).filter((found) => found !== null);
    if (coe !== undefined) await show(coe);
    const rest = paths.filter((file) => coeInLibrary(file) === null);
    if (rest.length > 0) await others(rest);
  };
}

type CoeInLibrary = { readonly library: string; readonly id: string };

/** The library and the id of a COE's file; null for any other file. Only the path is looked at. */
function coeInLibrary(file: string): CoeInLibrary | null {
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
