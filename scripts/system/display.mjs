import { log } from './log.mjs';
import { hasCommand } from './run-command.mjs';

/** Whether this is a Linux system without a display, such as a server. */
export const hasNoDisplay = () => process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/**
 * The command and arguments that run a program on a display: a virtual one (xvfb-run) where there is no other.
 * Where that is missing, the command is returned unchanged.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {[string, readonly string[]]}
 */
export function withDisplay(command, args) {
  if (!hasNoDisplay()) return [command, args];
  if (!hasCommand('xvfb-run')) {
    log('No display found, and no xvfb-run to provide a virtual one. Run: npm run setup');
    return [command, args];
  }
  log('No display found: using a virtual one (xvfb-run).');
  return ['xvfb-run', ['-a', '-s', '-screen 0 1920x1200x24', command, ...args]];
}

/** Chromium refuses to run its sandbox as root. For an ordinary user the list is empty, and the sandbox is on. */
export const sandboxArgs = () => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []);
