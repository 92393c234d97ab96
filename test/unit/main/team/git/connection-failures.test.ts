import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { parseRemoteAddress, type RemoteAddress } from '#domain/team/remote-address.ts';
import { createBareRepository } from '#test/support/team/git-command.ts';
import { startGitDaemon } from '#test/support/team/git-daemon.ts';
import { portOf, startHttps } from '#test/support/team/https-server.ts';
import { commitFiles, openTestRepository, valueOf } from '#test/support/team/open-test-repository.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const MAIN = 'refs/heads/main';
const THEIRS = 'refs/once/theirs';

function addressOf(text: string): RemoteAddress {
  const address = parseRemoteAddress(text, { allowLoopback: true });
  if (!address.ok) throw new Error(address.error);
  return address.value;
}

/** A listener that accepts and then says nothing; `dropped` ends when the first caller is gone. */
async function startSilentListener(): Promise<{ port: number; connected: Promise<void>; dropped: Promise<void> }> {
  const server = createServer();
  const first = once(server, 'connection').then(([socket]) => {
    const connection = socket as Socket;
    connection.on('error', () => undefined).resume();
    return connection;
  });
  const dropped = first.then(async (socket) => {
    await once(socket, 'close');
  });
  return { port: await portOf(server), connected: first.then(() => undefined), dropped };
}

/** Lets the test decide when time passes for what waits in this process. What others do takes its time. */
function holdTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}

/** How long a call may be without any progress, in milliseconds. */
const IDLE_MS = 30_000;

/** Something to wait for, and what ends the wait. */
function signal(): { given: Promise<void>; give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

/** So many bytes are a few files of the test below, of which git tells. */
const SOME_BYTES = 200_000;

/** A way to the git daemon at a port, which passes on some bytes of what the daemon sends each time it is told to. */
async function startSlowWay(to: number): Promise<{ port: number; passOn: () => void; dropped: Promise<void> }> {
  let allowed = 0;
  let hasMore = signal();
  const gone = signal();
  async function* slowly(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (let rest of source)
      while (rest.length > 0) {
        if (allowed === 0) await Promise.race([hasMore.given, gone.given]);
        if (allowed === 0) return;
        const next = rest.subarray(0, allowed);
        allowed -= next.length;
        rest = rest.subarray(next.length);
        yield next;
      }
  }
  const server = createServer((caller) => {
    const daemon = connect(to, '127.0.0.1').on('error', () => undefined);
    caller
      .on('error', () => undefined)
      .on('close', () => {
        daemon.destroy();
        gone.give();
      })
      .pipe(daemon);
    void pipeline(Readable.from(slowly(daemon)), caller, { end: false }).catch(() => undefined);
  });
  const passOn = (): void => {
    allowed += SOME_BYTES;
    hasMore.give();
    hasMore = signal();
  };
  return { port: await portOf(server), passOn, dropped: gone.given };
}

it('a server that sends a little now and then is waited for, and given up 30 seconds after it stopped', async () => {
  const served = temporaryFolder();
  createBareRepository(served);
  const address = (await startGitDaemon(served)).addressOf('team.git');
  const ada = await openTestRepository(temporaryFolder());
  const files = Array.from({ length: 200 }, (_, n) => [`${n}.txt`, randomBytes(20_000).toString('hex')] as const);
  const commit = await commitFiles(ada, Object.fromEntries(files));
  await valueOf(ada.push(address, { commit, to: MAIN, expected: null }));
  const way = await startSlowWay(address.port ?? 0);
  let waited = 0;
  const stopped = signal();
  const ben = await openTestRepository(temporaryFolder(), {
    onProgress: ({ step }) => {
      if (step !== 'receiving' || isSeen) return;
      // Git tells of several files at once.
      isSeen = true;
      setImmediate(() => {
        isSeen = false;
        if (waited === 10) return stopped.give();
        waited += 1;
        vi.advanceTimersByTime((IDLE_MS / 3) * 2);
        return way.passOn();
      });
    },
  });
  let isSeen = false;
  holdTime();
  way.passOn();
  const fetching = ben.fetchRef(addressOf(`git://127.0.0.1:${way.port}/team.git`), { from: MAIN, to: THEIRS });
  expect(await Promise.race([fetching, stopped.given])).toBeUndefined();
  vi.advanceTimersByTime(IDLE_MS);
  expect(await fetching).toMatchObject({ ok: false, error: { kind: 'timeout' } });
  await way.dropped;
  vi.useRealTimers();
  await valueOf(ben.initRepository());
  expect(await valueOf(ben.readRef(THEIRS))).toBeNull();
  expect(await valueOf(ben.fetchRef(address, { from: MAIN, to: THEIRS }))).toBe(commit);
});

describe('a listener that never answers', () => {
  it.each([
    ['git', 'git://127.0.0.1:PORT/team.git'],
    ['ssh', 'ssh://git@127.0.0.1:PORT/team.git'],
    ['https', 'https://127.0.0.1:PORT/team.git'],
  ])('is given up by %s after 30 seconds, and no process goes on talking to it', async (_name, text) => {
    const { port, connected, dropped } = await startSilentListener();
    const repository = await openTestRepository(temporaryFolder());
    const address = addressOf(text.replace('PORT', String(port)));
    holdTime();
    const listing = repository.lsRemote(address);
    await connected;
    vi.advanceTimersByTime(IDLE_MS);
    expect(await listing).toMatchObject({ ok: false, error: { kind: 'timeout' } });
    await dropped;
  });

  it('can be cancelled', async () => {
    const { port, connected, dropped } = await startSilentListener();
    const repository = await openTestRepository(temporaryFolder());
    const cancel = new AbortController();
    const fetching = repository.fetchRef(
      addressOf(`git://127.0.0.1:${port}/team.git`),
      { from: MAIN, to: THEIRS },
      { signal: cancel.signal },
    );
    await connected;
    cancel.abort();
    expect(await fetching).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    await dropped;
    const early = await repository.lsRemote(addressOf('git://127.0.0.1:9/x'), { signal: AbortSignal.abort() });
    expect(early).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  });
});

it('nothing that listens, and a name that does not exist, are told apart', async () => {
  // No other test listens on a port that only the system may give away.
  const port = 1;
  const repository = await openTestRepository(temporaryFolder());
  for (const scheme of ['git', 'ssh', 'https']) {
    expect(await repository.lsRemote(addressOf(`${scheme}://127.0.0.1:${port}/team.git`)), scheme).toMatchObject({
      ok: false,
      error: { kind: 'connection-refused' },
    });
  }
});

describe('an https server', () => {
  it('whose certificate nobody vouches for is not talked to', async (context) => {
    const { port } = await startHttps(context);
    const repository = await openTestRepository(temporaryFolder(), {
      environment: { ...process.env, HOME: temporaryFolder() },
    });
    expect(await repository.lsRemote(addressOf(`https://127.0.0.1:${port}/team.git`))).toMatchObject({
      ok: false,
      error: { kind: 'certificate' },
    });
  });

  it('of git is used, also while it has no branches', async (context) => {
    const served = temporaryFolder();
    createBareRepository(served);
    const { port, home } = await startHttps(context, served);
    const environment = { PATH: process.env['PATH'], HOME: home };
    const ada = await openTestRepository(temporaryFolder(), { environment });
    const ben = await openTestRepository(temporaryFolder(), { environment });
    const address = addressOf(`https://127.0.0.1:${port}/team.git`);
    expect(await ada.lsRemote(address)).toEqual({ ok: true, value: new Map() });
    expect(await valueOf(ada.fetchRef(address, { from: MAIN, to: THEIRS }))).toBeNull();
    const commit = await commitFiles(ada, { 'a.txt': 'a' });
    expect(await ada.push(address, { commit, to: MAIN, expected: null })).toEqual({ ok: true, value: null });
    expect(await valueOf(ben.fetchRef(address, { from: MAIN, to: THEIRS }))).toBe(commit);
  });

  it('that wants a password gets it from the credential helper, which may ask only when a person signs in', async (context) => {
    const { port, home, answer } = await startHttps(context);
    const log = path.join(home, 'asked');
    const helper = path.join(home, 'helper.sh');
    writeFileSync(helper, `#!/bin/sh\necho "$1 $GCM_INTERACTIVE" >> '${log}'\n`, { mode: 0o755 });
    appendFileSync(path.join(home, '.gitconfig'), `[credential]\n\thelper = "!'${helper}'"\n`);
    answer(401, { 'WWW-Authenticate': 'Basic realm="git"' }, '');
    const repository = await openTestRepository(temporaryFolder(), {
      environment: { PATH: process.env['PATH'], HOME: home },
    });
    const address = addressOf(`https://127.0.0.1:${port}/team.git`);
    const refused = { ok: false, error: { kind: 'credentials-needed' } };
    expect(await repository.lsRemote(address)).toMatchObject(refused);
    expect(await repository.signIn(address)).toMatchObject(refused);
    expect(readFileSync(log, 'utf8')).toBe('get never\nget always\n');
  });

  it('that is no git server, or refuses, is described', async (context) => {
    const { port, answer, home } = await startHttps(context);
    const repository = await openTestRepository(temporaryFolder(), {
      environment: { PATH: process.env['PATH'], HOME: home },
    });
    const address = addressOf(`https://127.0.0.1:${port}/team.git`);
    const kindOf = async (status: number, headers: Record<string, string> = {}): Promise<unknown> => {
      answer(status, headers, '<html><body>Please sign in to this network</body></html>');
      const listed = await repository.lsRemote(address);
      return listed.ok ? 'ok' : listed.error.kind;
    };
    expect(await kindOf(200, { 'Content-Type': 'text/html' })).toBe('not-a-git-server');
    expect(await repository.fetchRef(address, { from: MAIN, to: THEIRS })).toMatchObject({
      ok: false,
      error: { kind: 'not-a-git-server' },
    });
    answer(200, { 'Content-Type': 'text/html' }, '<html>\n<body>\nPlease sign in\n</body>\n</html>\n');
    expect(await repository.lsRemote(address)).toMatchObject({ ok: false, error: { kind: 'not-a-git-server' } });
    expect(await kindOf(302, { Location: 'https://portal.invalid/sign-in' })).toBe('not-a-git-server');
    // As forges answer for a repository that was moved or renamed.
    for (const status of [301, 307])
      expect(await kindOf(status, { Location: `https://127.0.0.1:${port}/other.git/info/refs` })).toBe('redirected');
    expect(await kindOf(401, { 'WWW-Authenticate': 'Basic realm="git"' })).toBe('credentials-needed');
    expect(await kindOf(403)).toBe('no-repository');
    expect(await kindOf(404)).toBe('no-repository');
    answer(403, {}, '');
    const commit = await commitFiles(repository, { 'a.txt': 'a' });
    const pushed = await repository.push(address, { commit, to: MAIN, expected: null });
    expect(pushed).toMatchObject({ ok: false, error: { kind: 'not-allowed-to-write' } });
  });
});
