import { hasNpmPackages, missingCheckers } from '../setup/npm-packages.mjs';
import { TEST_REQUIREMENTS } from '../setup/requirements.mjs';
import { log } from '../system/log.mjs';
import { hasCommand } from '../system/run-command.mjs';

const SETUP = 'npm run setup -- --tests';

/**
 * Checks that the tests can run, without installing anything. Returns false, and logs the command that helps, when npm
 * packages or Electron are missing. A missing tool is logged: the tests that need it are skipped. On CI it is an error
 * too, because a skipped test would go unnoticed there.
 *
 * @returns {Promise<boolean>}
 */
export async function canRunTests() {
  if (!hasNpmPackages()) {
    log(`The npm packages are missing or out of date. Run: ${SETUP}`);
    return false;
  }
  // It uses an npm package.
  const { findElectron } = await import('../electron/find-electron.mjs');
  const electron = findElectron();
  if (electron === null) {
    log(`Electron is missing. Run: ${SETUP}`);
    return false;
  }
  log(`Using ${electron.description}.`);
  const missing = missingTools();
  if (missing.length === 0) return true;
  for (const tool of missing) log(`Missing: ${tool}.`);
  log(`${process.env.CI === undefined ? 'The tests that need it are skipped. ' : ''}To install it, run: ${SETUP}`);
  return process.env.CI === undefined;
}

/** Each tool that is missing, with its purpose. */
const missingTools = () => [
  ...(process.platform === 'linux' ? TEST_REQUIREMENTS : []).flatMap(({ purpose, commands }) =>
    commands.filter((command) => !hasCommand(command)).map((command) => `${command}, for ${purpose}`),
  ),
  ...missingCheckers().map(({ name, purpose }) => `${name}, which ${purpose}`),
];
