import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';

import { beforeEach, expect, it, onTestFinished } from 'vitest';

import { answersX11 } from '#main/session/x11-server.ts';
import { skipBecause } from '#test/support/skip-without.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

beforeEach((context) => {
  if (process.platform !== 'linux') skipBecause('only Linux is asked for an X server', context);
});

/** A display whose port on TCP nobody uses. */
async function freeDisplay(): Promise<{ number: string; port: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const closed = once(server, 'close');
  server.close();
  await closed;
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { number: String(port - 6000), port };
}

/** Whether this computer has addresses of that family. */
const hasAddress = (host: string): boolean =>
  Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === host));

async function listen(...where: [name: string] | [port: number, host: string]): Promise<void> {
  const server = createServer();
  onTestFinished(() => void server.close());
  const listening = once(server, 'listening');
  if (typeof where[0] === 'string') server.listen(where[0]);
  else server.listen(where[0], where[1]);
  await listening;
}

it('finds no X server where nobody listens', async () => {
  const { number } = await freeDisplay();
  expect(await answersX11({ number, isUnixOnly: false })).toBe(false);
  expect(await answersX11({ number: '99999', isUnixOnly: false })).toBe(false); // no port has such a number
});

it('finds an X server by its socket without a file', async () => {
  const { number } = await freeDisplay();
  await listen(`\0/tmp/.X11-unix/X${number}`);
  expect(await answersX11({ number, isUnixOnly: true })).toBe(true);
  expect(await answersX11({ number: number.slice(0, -1), isUnixOnly: true })).toBe(false);
});

it('finds an X server by the file of its socket, and none once it was killed, though the file is still there', async () => {
  const { number } = await freeDisplay();
  const folder = temporaryFolder();
  const file = path.join(folder, `X${number}`);
  const script = `require('node:net').createServer().listen(${JSON.stringify(file)}, () => console.log('listening'))`;
  const server = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void server.kill('SIGKILL'));
  await once(server.stdout, 'data');
  expect(await answersX11({ number, isUnixOnly: true }, folder)).toBe(true);
  server.kill('SIGKILL');
  await once(server, 'exit');
  expect(existsSync(file)).toBe(true);
  expect(await answersX11({ number, isUnixOnly: false }, folder)).toBe(false);
});

it.for(['127.0.0.1', '::1'])(
  'finds an X server on TCP at %s, unless the display is named unix',
  async (host, context) => {
    if (!hasAddress(host)) skipBecause(`this computer has no address ${host}`, context);
    const { number, port } = await freeDisplay();
    await listen(port, host);
    expect(await answersX11({ number, isUnixOnly: false })).toBe(true);
    expect(await answersX11({ number, isUnixOnly: true })).toBe(false);
  },
);
