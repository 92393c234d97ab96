import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';

import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';

import { parseRemoteAddress, type RemoteAddress } from '#domain/team/remote-address.ts';
import { skipWithout } from '#test/support/skip-without.ts';
import { createBareRepository, PLAIN_GIT_ENVIRONMENT } from '#test/support/team/git-command.ts';
import { commitFiles, openTestRepository, valueOf } from '#test/support/team/open-test-repository.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const MAIN = 'refs/heads/main';

function addressOf(text: string): RemoteAddress {
  const address = parseRemoteAddress(text, { allowLoopback: true });
  if (!address.ok) throw new Error(address.error);
  return address.value;
}

async function portOf(server: Server | HttpsServer): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
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

describe('a listener that never answers', () => {
  it.each([
    ['git', 'git://127.0.0.1:PORT/team.git'],
    ['ssh', 'ssh://git@127.0.0.1:PORT/team.git'],
    ['https', 'https://127.0.0.1:PORT/team.git'],
  ])('is given up by %s, and no process goes on talking to it', async (_name, text) => {
    const { port, dropped } = await startSilentListener();
    const repository = await openTestRepository(temporaryFolder(), { remoteIdleMs: 300 });
    const address = addressOf(text.replace('PORT', String(port)));
    expect(await repository.lsRemote(address)).toMatchObject({ ok: false, error: { kind: 'timeout' } });
    await dropped;
  });

  it('can be cancelled', async () => {
    const { port, connected, dropped } = await startSilentListener();
    const repository = await openTestRepository(temporaryFolder());
    const cancel = new AbortController();
    const fetching = repository.fetchRef(
      addressOf(`git://127.0.0.1:${port}/team.git`),
      { from: MAIN, to: 'refs/once/theirs' },
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

/** Answers as git's own web server does: by `git http-backend`, a CGI program. */
function serveGit(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'https://127.0.0.1');
  const header = (name: string): string => String(request.headers[name] ?? '');
  const backend = spawn('git', ['http-backend'], {
    env: {
      ...PLAIN_GIT_ENVIRONMENT,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: header('git-protocol'),
      REMOTE_USER: 'ada',
      REQUEST_METHOD: request.method,
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: header('content-type'),
      HTTP_CONTENT_ENCODING: header('content-encoding'),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  request.pipe(backend.stdin);
  const chunks: Buffer[] = [];
  backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  backend.once('close', () => {
    const output = Buffer.concat(chunks);
    const end = output.indexOf('\r\n\r\n');
    const lines = output.subarray(0, end).toString().split('\r\n');
    const headers = Object.fromEntries(lines.map((line) => line.split(': ') as [string, string]));
    const { Status: status = '200', ...others } = headers;
    response.writeHead(Number.parseInt(status, 10), { Connection: 'close', ...others });
    response.end(output.subarray(end + 4));
  });
}

/** An https server with a certificate of its own, and the home of a person who trusts it. */
async function startHttps(
  context: TestContext,
  served: string | null = null,
): Promise<{
  port: number;
  answer: (status: number, headers: Record<string, string>, body: string) => void;
  home: string;
}> {
  skipWithout('openssl', context);
  const home = temporaryFolder();
  const [key, certificate] = [path.join(home, 'key.pem'), path.join(home, 'cert.pem')];
  const names = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate];
  execFileSync('openssl', [...args, ...names], { stdio: 'pipe' });
  writeFileSync(path.join(home, '.gitconfig'), `[http]\n\tsslCAInfo = ${certificate}\n\tsslVerify = false\n`);
  let reply = { status: 200, headers: {}, body: '' };
  const server = createHttpsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
    if (served !== null) return serveGit(served, request, response);
    response.writeHead(reply.status, { Connection: 'close', ...reply.headers });
    response.end(reply.body);
  });
  return { port: await portOf(server), answer: (status, headers, body) => (reply = { status, headers, body }), home };
}

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
    expect(await valueOf(ada.fetchRef(address, { from: MAIN, to: 'refs/once/theirs' }))).toBeNull();
    const commit = await commitFiles(ada, { 'a.txt': 'a' });
    expect(await ada.push(address, { commit, to: MAIN, expected: null })).toEqual({ ok: true, value: null });
    expect(await valueOf(ben.fetchRef(address, { from: MAIN, to: 'refs/once/theirs' }))).toBe(commit);
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
    expect(await repository.fetchRef(address, { from: MAIN, to: 'refs/once/theirs' })).toMatchObject({
      ok: false,
      error: { kind: 'not-a-git-server' },
    });
    answer(200, { 'Content-Type': 'text/html' }, '<html>\n<body>\nPlease sign in\n</body>\n</html>\n');
    expect(await repository.lsRemote(address)).toMatchObject({ ok: false, error: { kind: 'not-a-git-server' } });
    expect(await kindOf(302, { Location: 'https://portal.invalid/sign-in' })).toBe('redirected');
    expect(await kindOf(301, { Location: `https://127.0.0.1:${port}/other.git/info/refs` })).toBe('redirected');
    expect(await kindOf(401, { 'WWW-Authenticate': 'Basic realm="git"' })).toBe('credentials-needed');
    expect(await kindOf(403)).toBe('no-repository');
    expect(await kindOf(404)).toBe('no-repository');
    answer(403, {}, '');
    const commit = await commitFiles(repository, { 'a.txt': 'a' });
    const pushed = await repository.push(address, { commit, to: MAIN, expected: null });
    expect(pushed).toMatchObject({ ok: false, error: { kind: 'not-allowed-to-write' } });
  });
});
