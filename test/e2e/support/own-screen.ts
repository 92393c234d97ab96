import { spawn } from 'node:child_process';

import { hasNoDisplay } from '../../../scripts/system/display.mjs';

/**
 * Gives this process a virtual screen of its own where there is none to draw on, and answers how to take it away. Two
 * apps on one screen would take the keyboard from each other.
 */
export async function takeOwnScreen(): Promise<() => Promise<void>> {
  if (!hasNoDisplay()) return async () => undefined;
  // It chooses a free number by itself and writes it to descriptor 3. No one but this machine's programs can reach it.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-ac'], {
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
  process.env['DISPLAY'] = `:${number}`;
  return async () => {
    delete process.env['DISPLAY'];
    server.kill();
    await ended;
  };
}
