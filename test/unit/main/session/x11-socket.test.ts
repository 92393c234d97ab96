import { once } from 'node:events';
import { createServer } from 'node:net';

import { expect, it, onTestFinished } from 'vitest';

import { hasX11Socket } from '#main/session/x11-socket.ts';
import { skipBecause } from '#test/support/skip-without.ts';

it('an X server is found by its socket without a file, and a display without one is not', async (context) => {
  if (process.platform !== 'linux') skipBecause('only Linux has sockets without a file', context);
  const display = `9${process.pid}`;
  expect(hasX11Socket(display)).toBe(false);
  const server = createServer().listen(`\0/tmp/.X11-unix/X${display}`);
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  expect(hasX11Socket(display)).toBe(true);
  expect(hasX11Socket(display.slice(0, -1))).toBe(false);
});
