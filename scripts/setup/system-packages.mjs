import { log } from '../system/log.mjs';
import { commandOutput, hasCommand, runCommand } from '../system/run-command.mjs';

/**
 * Whether a Debian package, or its successor with the suffix t64, is installed.
 *
 * @param {string} name
 */
const hasPackage = (name) =>
  [name, `${name}t64`].some((candidate) =>
    commandOutput('dpkg-query', ['-W', '-f=${Status}', candidate])?.includes('install ok installed'),
  );

/**
 * Installs the packages that are missing on Debian and its derivatives. Where that takes a password, or on other
 * distributions, it logs what to install instead. Does nothing on macOS and Windows.
 *
 * @param {readonly import('./requirements.mjs').Requirement[]} requirements
 */
export async function installSystemPackages(requirements) {
  if (process.platform !== 'linux') return;
  if (!hasCommand('dpkg-query')) {
    for (const { purpose, commands } of requirements) {
      const missing = commands.filter((command) => !hasCommand(command));
      if (missing.length > 0) log(`Please install ${missing.join(', ')} (for ${purpose}).`);
    }
    return;
  }
  const names = [...new Set(requirements.flatMap(({ packages }) => packages))].filter((name) => !hasPackage(name));
  if (names.length === 0) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && commandOutput('sudo', ['-n', 'true']) === null) {
    log(`Some system packages are missing. Please run: ${installCommand(names)}`);
    return;
  }
  log(`Installing system packages: ${names.join(', ')} …`);
  /** @param {readonly string[]} args */
  const apt = (...args) =>
    runCommand(isRoot ? 'apt-get' : 'sudo', isRoot ? args : ['-n', 'apt-get', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  await apt('update', '-qq');
  /** @param {string} name */
  const isAvailable = (name) => commandOutput('apt-cache', ['show', name]) !== null;
  // apt-get installs nothing when it is given a name that it does not know.
  const available = names.flatMap((name) => [name, `${name}t64`].find(isAvailable) ?? []);
  if ((await apt('install', '-y', '-qq', '--no-install-recommends', ...available)) !== 0)
    log(`Some packages could not be installed. Please run: ${installCommand(available)}`);
}

/** @param {readonly string[]} names */
const installCommand = (names) => `sudo apt-get update && sudo apt-get install -y ${names.join(' ')}`;
