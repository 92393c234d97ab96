import { expect, it } from 'vitest';

import type { GitFailure } from '#domain/team/git-failure.ts';
import { classifyFailure, oneLine, pushOutcome } from '#main/team/git/classify-failure.ts';

const address = {
  text: 'ssh://git@example.org:2222/team.git',
  protocol: 'ssh',
  host: 'example.org',
  port: 2222,
  user: 'git',
  path: '/team.git',
} as const;
const READ_ERROR =
  '\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.\n';

/** What forges, ssh and git print, besides what the other tests provoke for real. */
const CASES: readonly (readonly [what: 'read' | 'write' | 'local', stderr: string, kind: GitFailure['kind']])[] = [
  [
    'read',
    `No ED25519 host key is known for [example.org]:2222 and you have requested strict checking.\r\nHost key verification failed.${READ_ERROR}`,
    'unknown-host',
  ],
  [
    'read',
    `@@@@@\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n@@@@@\nHost key verification failed.${READ_ERROR}`,
    'host-key-changed',
  ],
  ['read', `git@example.org: Permission denied (publickey).${READ_ERROR}`, 'key-refused'],
  ['read', `git@example.org: Permission denied (publickey,gssapi-keyex,gssapi-with-mic).${READ_ERROR}`, 'key-refused'],
  [
    'read',
    `Received disconnect from 192.0.2.1 port 22:2: Too many authentication failures${READ_ERROR}`,
    'key-refused',
  ],
  ['read', `ERROR: Repository not found.${READ_ERROR}`, 'no-repository'],
  ['write', `ERROR: Permission to team/coes.git denied to ada.${READ_ERROR}`, 'not-allowed-to-write'],
  ['write', `ERROR: Write access to repository not granted.${READ_ERROR}`, 'not-allowed-to-write'],
  [
    'write',
    `ERROR: The key you are authenticating with has been marked as read only.${READ_ERROR}`,
    'not-allowed-to-write',
  ],
  ['write', `remote: ERROR: You are not allowed to push code to this project.${READ_ERROR}`, 'not-allowed-to-write'],
  [
    'read',
    `remote: The project you were looking for could not be found or you don't have permission to view it.${READ_ERROR}`,
    'no-repository',
  ],
  ['read', `ssh: Could not resolve hostname example.org: Name or service not known${READ_ERROR}`, 'host-not-found'],
  [
    'read',
    `ssh: Could not resolve hostname example.org: nodename nor servname provided, or not known${READ_ERROR}`,
    'host-not-found',
  ],
  [
    'read',
    `ssh: Could not resolve hostname example.org: Temporary failure in name resolution${READ_ERROR}`,
    'no-network',
  ],
  ['read', "fatal: unable to access 'https://example.org/x/': Could not resolve host: example.org", 'host-not-found'],
  ['read', "fatal: unable to access 'https://example.org/x/': Could not resolve proxy: proxy.invalid", 'proxy'],
  [
    'read',
    "fatal: unable to access 'https://example.org/x/': Received HTTP code 407 from proxy after CONNECT",
    'proxy',
  ],
  ['read', `ssh: connect to host example.org port 22: Network is unreachable${READ_ERROR}`, 'no-network'],
  ['read', `ssh: connect to host example.org port 22: No route to host${READ_ERROR}`, 'no-network'],
  ['read', `ssh: connect to host example.org port 22: Connection timed out${READ_ERROR}`, 'timeout'],
  [
    'read',
    `Connection timed out during banner exchange\nConnection to 127.0.0.1 port 22 timed out${READ_ERROR}`,
    'timeout',
  ],
  ['read', `client_loop: send disconnect: Broken pipe\nfatal: the remote end hung up unexpectedly`, 'no-network'],
  ['read', "fatal: couldn't find remote ref refs/heads/main\nfatal: the remote end hung up unexpectedly", 'unexpected'],
  [
    'read',
    'fatal: Could not read from remote repository.\nkex_exchange_identification: Connection closed by remote host',
    'no-network',
  ],
  [
    'read',
    'error: RPC failed; curl 56 Recv failure\nfatal: early EOF\nfatal: fetch-pack: invalid index-pack output',
    'no-network',
  ],
  ['read', "fatal: could not read Username for 'https://example.org': terminal prompts disabled", 'credentials-needed'],
  [
    'read',
    "remote: HTTP Basic: Access denied\nfatal: Authentication failed for 'https://example.org/x/'",
    'credentials-needed',
  ],
  [
    'read',
    "fatal: unable to access 'https://example.org/x/': SSL certificate problem: certificate has expired",
    'certificate',
  ],
  [
    'read',
    "fatal: unable to access 'https://example.org/x/': server certificate verification failed. CAfile: none CRLfile: none",
    'certificate',
  ],
  ['read', 'error: cannot run ssh: No such file or directory\nfatal: unable to fork', 'ssh-missing'],
  [
    'read',
    "error: object 1f0c: hasDotgit: contains '.git'\nfatal: fsck error in packed object\nfatal: fetch-pack: invalid index-pack output",
    'fsck-refused',
  ],
  ['local', 'fatal: write error: No space left on device', 'disk-full'],
  ['local', 'fatal: not a git repository: /x', 'repository-broken'],
  ['local', 'error: object file objects/1f/0c is empty\nfatal: loose object 1f0c is corrupt', 'repository-broken'],
  ['local', 'fatal: something new', 'unexpected'],
  // What the server writes cannot pretend to be about this computer.
  ['read', 'remote: fatal: No space left on device\nfatal: protocol error', 'unexpected'],
];

it.each(CASES)('%s: %j is %s', (what, stderr, kind) => {
  expect(classifyFailure(what === 'local' ? { what } : { what, address }, 128, stderr).kind).toBe(kind);
});

it('the host is the one in the address, whatever the message says', () => {
  const stderr = 'No ED25519 host key is known for evil.example and you have requested strict checking.';
  expect(classifyFailure({ what: 'read', address }, 128, stderr)).toMatchObject({
    kind: 'unknown-host',
    host: '[example.org]:2222',
  });
});

it.each([
  ['!\t1f0c:refs/heads/main\t[rejected] (stale info)', { kind: 'push-race' }],
  ['!\t1f0c:refs/heads/main\t[rejected] (fetch first)', { kind: 'push-race' }],
  ['!\t1f0c:refs/heads/main\t[rejected] (non-fast-forward)', { kind: 'push-race' }],
  ['!\t1f0c:refs/heads/main\t[remote rejected] (failed to update ref)', { kind: 'push-race' }],
  [
    "!\t1f0c:refs/heads/main\t[remote rejected] (cannot lock ref 'refs/heads/main': is at a but expected b)",
    { kind: 'push-race' },
  ],
  [
    '!\t1f0c:refs/heads/main\t[remote rejected] (protected branch hook declined)',
    { kind: 'push-protected', reason: 'protected branch hook declined' },
  ],
  [
    '!\t1f0c:refs/heads/main\t[remote rejected] (pre-receive hook declined)',
    { kind: 'push-protected', reason: 'pre-receive hook declined' },
  ],
  ['!\t1f0c:refs/heads/main\t[remote rejected] (unpacker error)', null],
  ['*\t1f0c:refs/heads/main\t[new branch]', 'done'],
  ['=\t1f0c:refs/heads/main\t[up to date]', 'done'],
  ['', null],
] as const)('a push that ends with %j', (line, outcome) => {
  expect(pushOutcome(`To ssh://example.org/x\n${line}\nDone\n`)).toEqual(outcome);
});

it('a line from elsewhere is printable and short', () => {
  expect(oneLine(`a\u001b[31mb\u202e\n${'x'.repeat(500)}`)).toMatch(/^a \[31mb x{1,300}$/);
});

it('keeps the line that says why, without a password in it', () => {
  const refused = classifyFailure(
    { what: 'read', address },
    128,
    `git@example.org: Permission denied (publickey).${READ_ERROR}`,
  );
  expect(refused.said).toBe('git@example.org: Permission denied (publickey).');
  const other = `fatal: unable to access 'https://ann:s3cret@example.org/team.git/': Problem with the moon\n`;
  expect(classifyFailure({ what: 'read', address }, 128, other).said).toBe(
    "fatal: unable to access 'https://…@example.org/team.git/': Problem with the moon",
  );
});

it.each([
  ['is cut within the address', `${'far '.repeat(70)}https://ann:${'hunter2-'.repeat(20)}@example.org/team.git/`],
  ['goes on for ever', `fatal: https://ann:hunter2-${'x'.repeat(5000)}@example.org/team.git/`],
])('no part of a password is left of a line that %s', (_name, line) => {
  const failure = classifyFailure({ what: 'read', address }, 128, `${line}\n`);
  expect(failure.said).not.toBe('');
  expect(JSON.stringify(failure)).not.toContain('hunter2');
});

it('no password is left in the reason that a server gives for a refused push', () => {
  const line = '!\t1f0c:refs/heads/main\t[remote rejected] (use https://ann:hunter2@example.org/ instead)';
  expect(pushOutcome(line)).toEqual({ kind: 'push-protected', reason: 'use https://…@example.org/ instead' });
});

it.each([
  ['signs around a text', `x${'@'.repeat(100_000)}x`],
  ['the beginning of a reason', 'host key '.repeat(20_000)],
])('a server cannot keep Once busy with a long line: %s', (_name, line) => {
  const failure = classifyFailure({ what: 'read', address }, 128, line);
  expect(failure.kind).toBe('unexpected');
  expect(failure.said?.length).toBeLessThanOrEqual(300);
});

it('a server cannot keep Once busy with a long reason for a refused push', () => {
  const line = `!\t1f0c:refs/heads/main\t[remote rejected] ${'('.repeat(100_000)}`;
  expect(pushOutcome(`${line}\n`)).toEqual({ kind: 'push-protected', reason: '' });
});
