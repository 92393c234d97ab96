import { outputOf, run } from '../system/run-command.mjs';
import { say } from '../system/log.mjs';

/**
 * What Electron and a display without a screen need on Debian and its kin, and the compiler for the fault injector of the
 * tests. Everything else has them or brings them.
 */
const NEEDED = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libxss1',
  'libdrm2',
  'libnotify4',
  'libsecret-1-0',
  'unzip',
  'gcc',
  'libc6-dev',
];

/** What only some tests want, which are skipped without it: the `age` command, which encrypted files are held against. */
const WANTED = ['age'];

/** Debian 13 and Ubuntu 24.04 renamed some with the suffix t64; either will do. */
const isInstalled = (name) =>
  [name, `${name}t64`].some(
    (candidate) =>
      outputOf('dpkg-query', ['-W', '-f=${Status}', candidate], { stdio: 'pipe' })?.includes('install ok installed') ===
      true,
  );

/** Installs what the system lacks where that is allowed, and otherwise names the one command that does. */
export async function installSystemPackages() {
  if (process.platform !== 'linux' || outputOf('dpkg-query', ['--version']) === null) return;
  const missing = [...NEEDED, ...WANTED].filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const mayInstall = prefix.length === 0 || outputOf('sudo', ['-n', 'true']) !== null;
  if (!mayInstall) {
    say(
      `The system lacks some packages. Please run: sudo apt-get update && sudo apt-get install -y ${missing.join(' ')}`,
    );
    return;
  }
  say(`Installing system packages: ${missing.join(', ')} …`);
  const apt = async (...args) => {
    const [command, ...rest] = [...prefix, 'apt-get', ...args];
    return run(command, rest, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  };
  await apt('update', '-qq');
  const isKnown = (name) => outputOf('apt-cache', ['show', name]) !== null;
  const known = missing
    .filter((name) => isKnown(name) || !WANTED.includes(name))
    .map((name) => (isKnown(name) ? name : `${name}t64`));
  if ((await apt('install', '-y', '-qq', '--no-install-recommends', ...known)) !== 0) {
    say(`Some could not be installed. Please run: sudo apt-get install -y ${known.join(' ')}`);
  }
}
