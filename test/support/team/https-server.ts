import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import type { Server } from 'node:net';
import path from 'node:path';

import { onTestFinished, type TestContext } from 'vitest';

import { skipWithout } from '#test/support/skip-without.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

import { PLAIN_GIT_ENVIRONMENT } from './git-command.ts';

/** Lets a server listen on a free port of this computer until the test ends. */
export async function portOf(server: Server | HttpsServer): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

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

/** What a server answers to everything. */
type Reply = { readonly status: number; readonly headers: Record<string, string>; readonly body: string };

/** An https server. `home` is of a person who trusts its certificate. */
export type HttpsHost = {
  readonly port: number;
  readonly home: string;
  /** Answers everything so from now on, as a sign-in page of a network does. */
  readonly answer: (status: number, headers: Record<string, string>, body: string) => void;
  /** Serves the repositories again. */
  readonly serve: () => void;
};

/** Starts an https server with a certificate of its own for the repositories in a folder; null for no repository. */
export async function startHttps(context: TestContext, served: string | null = null): Promise<HttpsHost> {
  skipWithout('openssl', context);
  const home = temporaryFolder();
  const [key, certificate] = [path.join(home, 'key.pem'), path.join(home, 'cert.pem')];
  const names = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate];
  execFileSync('openssl', [...args, ...names], { stdio: 'pipe' });
  writeFileSync(path.join(home, '.gitconfig'), `[http]\n\tsslCAInfo = ${certificate}\n\tsslVerify = false\n`);
  let reply: Reply | null = null;
  const server = createHttpsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
    if (served !== null && reply === null) return serveGit(served, request, response);
    response.writeHead(reply?.status ?? 200, { Connection: 'close', ...reply?.headers });
    response.end(reply?.body ?? '');
  });
  return {
    port: await portOf(server),
    home,
    answer: (status, headers, body) => (reply = { status, headers, body }),
    serve: () => (reply = null),
  };
}
