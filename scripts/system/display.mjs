import { say } from './log.mjs';

/** Whether there is nothing to draw on: Linux without a screen, as on a server. */
export const hasNoDisplay = () => process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** A command as it has to be run here: through a virtual screen where there is none. */
export function onDisplay(command, args) {
  if (!hasNoDisplay()) return [command, args];
  say('There is no display here; using a virtual one (xvfb-run).');
  return ['xvfb-run', ['-a', '-s', '-screen 0 1920x1200x24', command, ...args]];
}

/** Chromium refuses to run its sandbox as root. An ordinary user runs with it. */
export const sandboxArgs = () => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []);
