import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';

import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';

import { findX11Server, x11Socket } from '#main/session/x11-server.ts';
import { skipBecause } from '#test/support/skip-without.ts';

beforeEach((context) => {
  if (process.platform !== 'linux') skipBecause('only Linux is asked for an X server', context);
});

/** A display that no server has: its port would be above every port. */
const DISPLAY = 100_000 + process.pid;

const find = (number: number, isUnixOnly = false) => findX11Server({ number, isUnixOnly });

/** Whether this computer has an address: some have none of IPv6. */
const isOwnAddress = (host: string): boolean =>
  Object.values(networkInterfaces()).some((found) => found?.some(({ address }) => address === host));

/** Waits for connections until the test ends, on a socket or on a free port, and returns the port. */
async function listen(where: { path: string } | { host: string }): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  server.listen('host' in where ? { port: 0, ...where } : where);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('an X server', () => {
  it('is absent without any socket', () => {
    expect(find(DISPLAY)).toBe('absent');
  });

  it('is found by its socket without a file', async () => {
    await listen({ path: `\0${x11Socket(DISPLAY)}` });
    expect(find(DISPLAY)).toBe('there');
    expect(find(Math.floor(DISPLAY / 10))).toBe('absent');
  });

  it('is found by its port on TCP, unless only a local socket is asked for', async () => {
    for (const host of ['127.0.0.1', '::1'].filter(isOwnAddress)) {
      const display = (await listen({ host })) - 6000;
      expect(find(display), host).toBe('there');
      expect(find(display, true), host).toBe('absent');
    }
  });

  it('is unlisted where its socket is a file that no program has open', () => {
    const socket = x11Socket(DISPLAY);
    mkdirSync(path.dirname(socket), { recursive: true });
    onTestFinished(() => rmSync(socket));
    writeFileSync(socket, '');
    expect(find(DISPLAY)).toBe('unlisted');
  });

  it('is found by its socket as a file, and is not absent for a program that is cut off from the network', async (context) => {
    const apart = ['--net', process.execPath];
    if (spawnSync('unshare', [...apart, '-e', '']).status !== 0)
      skipBecause('only root makes namespaces here', context);
    mkdirSync(path.dirname(x11Socket(DISPLAY)), { recursive: true });
    await listen({ path: x11Socket(DISPLAY) });
    expect(find(DISPLAY)).toBe('there');
    const script = [
      "import { findX11Server } from '#main/session/x11-server.ts';",
      `console.log(findX11Server({ number: ${DISPLAY}, isUnixOnly: false }));`,
    ];
    const child = spawnSync('unshare', [...apart, '--input-type=module', '-e', script.join('\n')], {
      encoding: 'utf8',
    });
    expect(child.stdout).toBe('unlisted\n');
  });
});
