import { accessSync, constants, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';

import { type LocalDisplay, type X11Server, x11Socket } from './x11-server.ts';

/** What may keep the app from starting. */
export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What is known of the X server of a display of this computer. */
  readonly findX11: (display: LocalDisplay) => X11Server;
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
 *
 * @param warn is told what may still end it, if nothing is known to stop it
 */
export function startObstacle(here: Surroundings, warn: (text: string) => void): StartObstacle | null {
  const screen = here.platform === 'linux' && !here.hasOwnScreen ? screenProblem(here) : null;
  if (screen?.isSure) return { text: `${screen.text} Start Once in a desktop session.\n`, hasScreen: false };
  if (here.isSandboxOff && !here.mayDoWithoutSandbox) return { text: WITHOUT_SANDBOX, hasScreen: true };
  const folder = folderOf(here);
  const code = whyNotWritable(folder);
  if (code === null) {
    if (screen !== null)
      warn(`${screen.text} If Once ends now, that server is gone: start Once in a desktop session.\n`);
    return null;
  }
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

/**
 * What is missing of a screen, and whether that is sure; null if there may be one. Chromium crashes on a server or
 * compositor that is gone.
 */
function screenProblem({ env, findX11 }: Surroundings): { text: string; isSure: boolean } | null {
  const problem = (text: string, isSure = true) => ({ text: `Once needs a screen: ${text}`, isSure });
  const display = env['DISPLAY'];
  // A display with the name of a computer before the colon, such as one behind ssh, takes a connection to be found.
  const [, host, number] = /^(unix)?:(\d+)(?:\.\d+)?$/.exec(display ?? '') ?? [];
  const local = number === undefined ? null : { number: Number(number), isUnixOnly: host !== undefined };
  const server = local === null ? 'there' : findX11(local);
  if (display && server === 'there') return null;
  const name = env['WAYLAND_DISPLAY'];
  const socket = name ? path.resolve(env['XDG_RUNTIME_DIR'] ?? '/', name) : null;
  if (socket !== null && existsSync(socket)) return null;
  if (local !== null && server === 'unlisted')
    return problem(
      `DISPLAY names ${display}, and no program seems to have its socket open, ${x11Socket(local.number)}.`,
      false,
    );
  if (socket !== null) return problem(`WAYLAND_DISPLAY names ${socket}, which is not there.`);
  if (display) return problem(`DISPLAY names ${display}, where there is no X server.`);
  return problem('neither DISPLAY nor WAYLAND_DISPLAY is set.');
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
