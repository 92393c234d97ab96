import type { GitFailure } from '#domain/team/git-failure.ts';
import type { RemoteAddress } from '#domain/team/remote-address.ts';
import { FROM_SERVER, withoutSecrets } from '#domain/team/words-of-git.ts';

/** What failed: a command on this computer, or one that reads from or writes to a remote. */
export type FailedCall =
  | { readonly what: 'local' }
  | { readonly what: 'read' | 'write'; readonly address: RemoteAddress };

/** The host as known-hosts files name it. */
export const knownHostName = (host: string, port: number | null): string =>
  port === null || port === 22 ? host : `[${host}]:${port}`;

type Rule = readonly [pattern: RegExp, failure: (call: FailedCall, match: RegExpExecArray) => GitFailure];

const hostOf = (call: FailedCall): string | null => (call.what === 'local' ? null : call.address.host);
const sshHostOf = (call: FailedCall): string =>
  call.what === 'local' ? '' : knownHostName(call.address.host, call.address.port);
const refusal = (call: FailedCall): GitFailure =>
  call.what === 'write' ? { kind: 'not-allowed-to-write' } : { kind: 'no-repository' };

/** What git and ssh say about this computer. Lines that the server wrote are not searched. */
const LOCAL_RULES: readonly Rule[] = [
  [/No space left on device|Out of diskspace|Disk quota exceeded|\bENOSPC\b/i, () => ({ kind: 'disk-full' })],
  [
    /fsck error in (?:packed object|pack objects)|^(?:error|fatal): object [0-9a-f]+: \w+: .*|(?:error|fatal): .*\bhas(?:Dotgit|DotDot|Dot|NullSha1|FullPathname)\b.*/im,
    (_, match) => ({ kind: 'fsck-refused', reason: oneLine(match[0]) }),
  ],
  [/pack exceeds maximum allowed size/, () => ({ kind: 'too-large', limitBytes: 0 })],
];

const CONNECTION_RULES: readonly Rule[] = [
  [
    /REMOTE HOST IDENTIFICATION HAS CHANGED|REVOKED HOST KEY|host key .* has changed/i,
    (call) => ({ kind: 'host-key-changed', host: sshHostOf(call) }),
  ],
  [
    /No \S+ host key is known for|Host key verification failed/,
    (call) => ({ kind: 'unknown-host', host: sshHostOf(call) }),
  ],
  [/Permission denied \([\w,-]*\)|Too many authentication failures/, () => ({ kind: 'key-refused' })],
  [
    /cannot run .*ssh|ssh: command not found|ssh: not found|error: cannot spawn .*ssh|ssh['"]?: No such file/i,
    () => ({ kind: 'ssh-missing' }),
  ],
  [
    /Could not resolve proxy|Received HTTP code \d+ from proxy|returned error: 407|proxy .*(?:refused|CONNECT)/i,
    () => ({ kind: 'proxy' }),
  ],
  [/Temporary failure in name resolution/, () => ({ kind: 'no-network' })],
  [
    /Could not resolve host|unable to look up|Name or service not known|nodename nor servname|No such host is known/i,
    (call) => ({ kind: 'host-not-found', host: hostOf(call) }),
  ],
  [
    /timed? ?out|Timeout was reached|Operation too slow|Timeout, server .* not responding/i,
    () => ({ kind: 'timeout' }),
  ],
  [/Connection refused|Couldn't connect to server/, () => ({ kind: 'connection-refused' })],
  [/Network is (?:unreachable|down)|No route to host|Host is down/i, () => ({ kind: 'no-network' })],
  [
    /SSL certificate|certificate (?:verif|problem|has expired)|unable to get local issuer|self[- ]signed certificate|SSL peer certificate|server certificate verification failed|schannel: .*certificate|no alternative certificate/i,
    () => ({ kind: 'certificate' }),
  ],
  // Gitea and Forgejo answer 307 for a repository that was renamed.
  [/returned error: 30[178]|unable to update url base from redirection/, () => ({ kind: 'redirected' })],
  // A way to elsewhere for the moment: the sign-in page of a network or of a forge.
  [/returned error: 30\d/, () => ({ kind: 'not-a-git-server' })],
  [
    /could not read (?:Username|Password) for|Authentication failed for|terminal prompts disabled|returned error: 401/,
    () => ({ kind: 'credentials-needed' }),
  ],
  [/returned error: 403/, refusal],
  [/returned error: (?:404|410)|fatal: repository '.*' not found/, () => ({ kind: 'no-repository' })],
  [
    /not valid: is this a git repository|invalid server response|bad line length character|unexpected content-type|SSL routines|wrong version number|gnutls_handshake\(\) failed|protocol error: bad|unrecognized .*handshake/i,
    () => ({ kind: 'not-a-git-server' }),
  ],
];

/** What the server itself says: about rights and repositories only. */
const SERVER_RULES: readonly Rule[] = [
  [
    /write access to repository not granted|permission to .* denied|not allowed to (?:push|upload) (?:code|to)|service not enabled|deploy key .*(?:read[- ]only|write)|key .* marked as read[- ]only|insufficient permission/i,
    refusal,
  ],
  [/access denied or repository not exported|repository not exported/i, refusal],
  [
    /does not appear to be a git repository|repository not found|project you were looking for could not be found|not a git repository|no such repository|does not exist|could not be found|not a valid repository/i,
    () => ({ kind: 'no-repository' }),
  ],
];

const BROKEN_RULES: readonly Rule[] = [
  [
    /not a git repository|object file .* is empty|loose object .* is corrupt|bad object|unable to read (?:tree|sha1 file)|packfile .* (?:cannot be|does not match|is)|inflate: data stream error|missing (?:blob|tree|commit|object)|bad tree object|not a (?:tree|commit) object|too short to be a packfile|could not parse (?:commit|object)|unable to (?:find|unpack)|corrupt|bad config line/i,
    () => ({ kind: 'repository-broken' }),
  ],
];

const DROPPED: Rule = [
  /Connection (?:reset|closed|aborted)|Broken pipe|unexpected disconnect|early EOF|remote end hung up|Empty reply from server|Recv failure|Send failure/i,
  () => ({ kind: 'no-network' }),
];

/** Of a line, so much is searched, in characters: a server decides how long it is, and some patterns try every start. */
const MAX_LINE = 4_000;

/** What is searched of a line. A word that goes on behind it may be a part of a password, which nothing tells by then. */
const beginningOf = (line: string): string =>
  line.length <= MAX_LINE ? line : line.slice(0, MAX_LINE).replace(/\S{1,4000}$/, '…');

/** Finds out from what git and ssh printed, with LC_ALL=C, why a call failed. */
export function classifyFailure(call: FailedCall, code: number | null, stderr: string): GitFailure {
  const lines = stderr.split(/[\r\n]+/).map((line) => beginningOf(line).trimEnd());
  const isFromServer = (line: string): boolean => FROM_SERVER.test(line);
  const own = lines.filter((line) => !isFromServer(line)).join('\n');
  const server = lines.filter((line) => isFromServer(line) || /^fatal: '.*' does not appear/.test(line)).join('\n');
  const first = (rules: readonly Rule[], text: string): GitFailure | null => {
    for (const [pattern, failure] of rules) {
      const match = pattern.exec(text);
      if (match !== null) return { ...failure(call, match), said: lineAt(text, match.index) };
    }
    return null;
  };
  const isRemote = call.what !== 'local';
  // Git hangs up itself then, and by ssh says so in one more line, as if the connection had been lost.
  const noSuchBranch = lines.find((line) => /^fatal: couldn't find remote ref /i.test(line));
  return (
    first(LOCAL_RULES, own) ??
    (isRemote ? (first(CONNECTION_RULES, own) ?? first(SERVER_RULES, server)) : null) ??
    first(BROKEN_RULES, isRemote ? own.replaceAll(/^fatal: '.*' does not appear.*$/gm, '') : own) ??
    (isRemote && noSuchBranch === undefined ? first([DROPPED], own) : null) ?? {
      kind: 'unexpected',
      code,
      detail: oneLine(noSuchBranch ?? lines.findLast((line) => line !== '') ?? ''),
      said: said(
        noSuchBranch ??
          lines.findLast((line) => /^(?:fatal|error): /.test(line)) ??
          lines.findLast((line) => line !== '') ??
          '',
      ),
    }
  );
}

const said = (line: string): string => oneLine(line.replaceAll(/^[@\s]+|[@\s]+$/g, ''));

/** The line of a text that a position is in. */
const lineAt = (text: string, index: number): string => {
  const end = text.indexOf('\n', index);
  return said(text.slice(text.lastIndexOf('\n', index - 1) + 1, end === -1 ? undefined : end));
};

/**
 * One printable line of at most 300 characters from what git or a server said, without secrets: those are looked for
 * before the line is cut, since half of one is not told from other words.
 */
export const oneLine = (text: string): string =>
  withoutSecrets(
    beginningOf(text)
      .replaceAll(/[^\p{L}\p{N}\p{P}\p{S}\p{Zs}]+/gu, ' ')
      .trim(),
  ).slice(0, 300);

const RACE =
  /^(?:stale info|fetch first|non-fast-forward|needs force|already exists|failed to update ref|cannot lock ref.*|incorrect old value provided|reference already exists|failed to lock|atomic transaction failed)$/i;

/** What `git push --porcelain` says about the one branch that was pushed; null when it went well. */
export function pushOutcome(stdout: string): GitFailure | 'done' | null {
  for (const line of stdout.split('\n')) {
    const match = /^([ +*=!-])\t[^\t]*\t(.*)$/.exec(beginningOf(line));
    if (match === null) continue;
    const [, flag, summary = ''] = match;
    if (flag !== '!') return 'done';
    const reason = oneLine(/\((.*)\)\s*$/.exec(summary)?.[1] ?? '');
    if (RACE.test(reason)) return { kind: 'push-race' };
    if (/unpacker error|no match|remote failed to report status|^unpack/i.test(reason)) return null;
    return summary.startsWith('[remote rejected]') ? { kind: 'push-protected', reason } : null;
  }
  return null;
}
