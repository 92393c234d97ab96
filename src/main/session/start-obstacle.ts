import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';

import { errnoOf } from '#main/disk/disk-error.ts';

/** What may keep the app from starting. */
export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether Chromium was told what to draw on. */
  readonly hasOwnScreen: boolean;
  /** Returns the folder of settings and caches. May throw when it cannot be created. */
  readonly userData: () => string;
  /** Where that folder is when nothing else is said. */
  readonly usualUserData: string;
};

/**
 * Why the app cannot start here, as a text for the person; null if nothing is known to stop it. Without this, Chromium
 * or Electron would end the process with words that help nobody.
 */
export function startObstacle(here: Surroundings): string | null {
  const { platform, env, hasOwnScreen } = here;
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'] && !hasOwnScreen)
    return 'Once needs a screen: neither DISPLAY nor WAYLAND_DISPLAY is set. Start it in a desktop session.\n';
  const folder = folderOf(here);
  const code = whyNotWritable(folder);
  if (code === null) return null;
  return (
    `Once cannot start, because it cannot write to the folder of its settings and unsaved words:\n${folder}\n` +
    `${REASONS[code] ?? `The system reports ${code}.`} Nothing was changed. Make the folder writable, or name another ` +
    'one with --user-data-dir=DIR.\n'
  );
}

const REASONS: Readonly<Record<string, string>> = {
  EROFS: 'The disk is read-only.',
  EACCES: 'The system does not permit it.',
  EPERM: 'The system does not permit it.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'Your share of the disk is used up.',
  ENOENT: 'The folder that holds it cannot be changed.',
  ENOTDIR: 'A file is in its place.',
  EEXIST: 'A file is in its place.',
};

function folderOf({ userData, usualUserData }: Surroundings): string {
  try {
    return userData();
  } catch {
    return usualUserData;
  }
}

/** The errno name of what stops writing into a folder, which is created if need be; null if nothing does. */
function whyNotWritable(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(path.resolve(folder), constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    const code = errnoOf(error);
    if (code === null) throw error;
    return code;
  }
}
