import { accessSync, constants, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';

/** What may keep the app from starting. */
export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether an X server may answer for the local display of this number. */
  readonly hasX11: (display: string) => boolean;
  /** Whether Chromium was told what to draw on. */
  readonly hasOwnScreen: boolean;
  /** Whether Chromium was told to do without its sandbox. */
  readonly isSandboxOff: boolean;
  /** Whether that is meant: the person said so, the app is not packaged, or it runs as root, who has no sandbox. */
  readonly mayDoWithoutSandbox: boolean;
  /** Returns the folder of settings and caches. May throw when it cannot be created. */
  readonly userData: () => string;
  /** Where that folder is when nothing else is said. */
  readonly usualUserData: string;
};

/** Why the app cannot start, as a text for the person, and whether there is a screen to show it on. */
export type StartObstacle = { readonly text: string; readonly hasScreen: boolean };

/**
 * Why the app cannot start here; null if nothing is known to stop it. Without this, Chromium or Electron would end the
 * process with words that help nobody.
 */
export function startObstacle(here: Surroundings): StartObstacle | null {
  const screen = here.platform === 'linux' && !here.hasOwnScreen ? missingScreen(here) : null;
  if (screen !== null) return { text: `${screen} Start Once in a desktop session.\n`, hasScreen: false };
  if (here.isSandboxOff && !here.mayDoWithoutSandbox) return { text: WITHOUT_SANDBOX, hasScreen: true };
  const folder = folderOf(here);
  const code = whyNotWritable(folder);
  if (code === null) return null;
  const text =
    `Once cannot start, because it cannot write to the folder of its settings and unsaved words:\n${folder}\n` +
    `${REASONS[code] ?? `The system reports ${code}.`} Nothing was changed. Make the folder writable, or name another ` +
    'one with --user-data-dir=DIR.\n';
  return { text, hasScreen: true };
}

const WITHOUT_SANDBOX =
  'Once did not start, because it was told to do without its sandbox (--no-sandbox). The system would no longer keep ' +
  'what draws the pages away from your files. Nothing was opened or changed.\n' +
  'An AppImage adds --no-sandbox by itself where the system lets no ordinary user make namespaces. Install the deb or ' +
  'the rpm there: they bring what the sandbox needs. To start without it all the same, add --allow-no-sandbox.\n';

/** What is missing of a screen; null if there may be one. Chromium crashes on a server or compositor that is gone. */
function missingScreen({ env, hasX11 }: Surroundings): string | null {
  const display = env['DISPLAY'];
  // Only a display of this computer can be looked for: one behind ssh has the name of a computer before the colon.
  const [, local] = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(display ?? '') ?? [];
  if (display && (local === undefined || hasX11(local))) return null;
  const name = env['WAYLAND_DISPLAY'];
  if (!name && display) return `Once needs a screen: DISPLAY names ${display}, where there is no X server.`;
  if (!name) return 'Once needs a screen: neither DISPLAY nor WAYLAND_DISPLAY is set.';
  const socket = path.resolve(env['XDG_RUNTIME_DIR'] ?? '/', name);
  return existsSync(socket) ? null : `Once needs a screen: WAYLAND_DISPLAY names ${socket}, which is not there.`;
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

/** Makes an empty folder among the temporary files; null if that cannot be written to either. */
export function makeTemporaryFolder(): string | null {
  try {
    return mkdtempSync(path.join(tmpdir(), 'once-'));
  } catch (error) {
    return nullOnDiskError(error);
  }
}
