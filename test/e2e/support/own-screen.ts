import { spawn } from 'node:child_process';

import { hasNoDisplay } from '../../../scripts/system/display.mjs';

/** Options of Xvfb with which only the programs of this computer reach it. */
const LOCAL = ['-nolisten', 'tcp'];

/** A running virtual screen: its display, and how to end it, by default as `kill` does. */
export type VirtualScreen = {
  readonly display: string;
  readonly end: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

/**
 * Gives this process a virtual screen of its own where there is none to draw on, and answers how to take it away. Two
 * apps on one screen would take the keyboard from each other.
 */
export async function takeOwnScreen(): Promise<() => Promise<void>> {
  if (!hasNoDisplay()) return async () => undefined;
  const { display, end } = await startScreen(LOCAL);
  process.env['DISPLAY'] = display;
  return async () => {
    delete process.env['DISPLAY'];
    await end();
  };
}

/**
 * Starts a virtual screen under a number that is free.
 *
 * @param options those of Xvfb that say which sockets it opens
 */
export async function startScreen(options: readonly string[]): Promise<VirtualScreen> {
  // It chooses the number by itself and writes it to descriptor 3.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-ac', ...options], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  server.stdio[2]?.on('data', (bytes: Buffer) => {
    complaint += bytes.toString();
  });
  const ended = new Promise<void>((resolve) => {
    server.once('close', () => resolve());
  });
  const number = await new Promise<string>((resolve, reject) => {
    let written = '';
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`Xvfb did not start: ${complaint}`)));
    server.stdio[3]?.on('data', (bytes: Buffer) => {
      written += bytes.toString();
      if (written.endsWith('\n')) resolve(written.trim());
    });
  });
  return {
    display: `:${number}`,
    end: async (signal = 'SIGTERM') => {
      server.kill(signal);
      await ended;
    },
  };
}
