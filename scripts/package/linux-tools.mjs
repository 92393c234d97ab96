import path from 'node:path';

import { isReachable } from '../system/is-reachable.mjs';
import { log } from '../system/log.mjs';
import { commandOutput, hasCommand } from '../system/run-command.mjs';

const TOOLS_PAGE =
  process.env.ELECTRON_BUILDER_BINARIES_MIRROR ??
  'https://github.com/electron-userland/electron-builder-binaries/releases/';

/**
 * What electron-builder makes the Linux packages with: the kinds that can be made here, and the environment that points
 * to the tools of the system where electron-builder cannot download its own. Logs which those are and what is left out.
 *
 * @returns {Promise<{ targets: readonly string[], env: Readonly<Record<string, string>> }>}
 */
export async function findLinuxTools() {
  if (await isReachable(TOOLS_PAGE)) return { targets: ['deb', 'rpm', 'AppImage', 'tar.gz'], env: {} };
  log('electron-builder’s own tools cannot be downloaded here. In their place:');
  /** @type {{ targets: readonly string[], env: Readonly<Record<string, string>> }} */
  const fpm = hasCommand('fpm')
    ? { targets: ['deb', 'rpm'], env: { USE_SYSTEM_FPM: 'true' } }
    : {
        targets: [...withCommand('deb', 'dpkg-deb', 'dpkg'), ...withCommand('rpm', 'rpmbuild', 'rpm')],
        env: { CUSTOM_FPM_PATH: path.join(import.meta.dirname, 'fpm.mjs') },
      };
  const zip = ['7zz', '7z', '7za'].map((name) => commandOutput('which', [name])).find((found) => found !== null);
  log(zip === undefined ? left('tar.gz', '7zz', '7zip') : `- tar.gz: ${zip}`);
  const appImage = process.env.APPIMAGE_TOOLS_PATH !== undefined;
  log(
    appImage
      ? '- AppImage: the tools in APPIMAGE_TOOLS_PATH'
      : '- AppImage: left out. Its runtime, the program at the start of each AppImage, is in no package of npm or Debian. ' +
          'Unpack electron-builder’s appimage-12.0.1 and name the folder in APPIMAGE_TOOLS_PATH.',
  );
  return {
    targets: [...fpm.targets, ...(appImage ? ['AppImage'] : []), ...(zip === undefined ? [] : ['tar.gz'])],
    env: { ...fpm.env, ...(zip === undefined ? {} : { ELECTRON_BUILDER_7ZIP_PATH: zip }) },
  };
}

/**
 * The kind of package as a list of one; empty where the command is missing.
 *
 * @param {string} target
 * @param {string} command
 * @param {string} debian the Debian package that has the command
 */
function withCommand(target, command, debian) {
  log(hasCommand(command) ? `- ${target}: ${command}` : left(target, command, debian));
  return hasCommand(command) ? [target] : [];
}

/**
 * @param {string} target
 * @param {string} command
 * @param {string} debian
 */
const left = (target, command, debian) =>
  `- ${target}: left out, because ${command} is missing. On Debian: sudo apt-get install ${debian}`;
