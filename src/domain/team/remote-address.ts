import { fail, ok, type Result } from '#domain/result.ts';

/** The address of a team library's repository, parsed: nothing in it can become an option, a path or a program. */
export type RemoteAddress = {
  /** What git is given. */
  readonly text: string;
  /** `loopback` is `git://127.0.0.1`, for tests alone. */
  readonly protocol: 'ssh' | 'https' | 'loopback';
  /** In lower case; an IPv6 address without its brackets. */
  readonly host: string;
  /** Null when the address names none. */
  readonly port: number | null;
  /** The name to log in with; null when the address names none. */
  readonly user: string | null;
  /** The path on the server, with its leading slash if it has one. */
  readonly path: string;
};

/** Why an address is refused. */
export type AddressProblem =
  | 'empty'
  | 'too-long'
  | 'control-character'
  | 'starts-with-dash'
  | 'local-path'
  | 'incomplete'
  | 'remote-helper'
  | 'plain-http'
  | 'unknown-scheme'
  | 'password-inside'
  | 'bad-user'
  | 'bad-host'
  | 'bad-port'
  | 'no-path'
  | 'bad-path'
  | 'not-an-address';

const MAX_LENGTH = 1_000;
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9](?:[a-z0-9_-]*[a-z0-9_])?)*\.?$/i;
const IPV6 = /^[0-9a-f:]+(?:\.\d{1,3}){0,3}$/i;
const USER = /^[a-z0-9_][a-z0-9._+-]*$/i;
const TOKEN = /^(?:gh[a-z]_|github_pat_|glpat-|.{20})/i;
/** Printable ASCII without what a shell, a query or an ssh option could read as its own. */
const PATH = /^[a-z0-9._~/+@%,=-]+$/i;

/**
 * Reads an address typed or pasted by a person: `ssh://`, `user@host:path` or `https://`. Paths, shares, `file:` and
 * `ext::` are refused, because git would run programs of the other side on this computer. `allowLoopback` also accepts
 * `git://127.0.0.1:PORT/…`, which tests use.
 */
export function parseRemoteAddress(
  text: string,
  { allowLoopback }: { readonly allowLoopback: boolean },
): Result<RemoteAddress, AddressProblem> {
  const trimmed = text.trim();
  if (trimmed === '') return fail('empty');
  if (trimmed.length > MAX_LENGTH) return fail('too-long');
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(trimmed)) return fail('control-character');
  if (trimmed.startsWith('-')) return fail('starts-with-dash');
  if (/^[a-z][a-z0-9+.-]*::/i.test(trimmed)) return fail('remote-helper');
  const scheme = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/i.exec(trimmed);
  if (scheme !== null) return parseUrl((scheme[1] ?? '').toLowerCase(), scheme[2] ?? '', allowLoopback);
  if (isLocalPath(trimmed)) return fail('local-path');
  // git would open this as a folder too, but whoever typed it meant a server, and left out the beginning or the colon.
  if (!trimmed.includes(':')) return fail('incomplete');
  return parseScpLike(trimmed);
}

/** Whether text is a path on this computer or a share: what git would open as a folder. */
const isLocalPath = (text: string): boolean =>
  /^(?:[/\\.~]|[a-z]:(?:[/\\]|$)|file:)/i.test(text) || text.includes('\\');

function parseUrl(scheme: string, rest: string, allowLoopback: boolean): Result<RemoteAddress, AddressProblem> {
  if (scheme === 'file') return fail('local-path');
  if (scheme === 'http') return fail('plain-http');
  const isLoopback = scheme === 'git' && allowLoopback;
  if (scheme !== 'ssh' && scheme !== 'https' && !isLoopback) return fail('unknown-scheme');
  const slash = rest.indexOf('/');
  const authority = slash === -1 ? rest : rest.slice(0, slash);
  const path = slash === -1 ? '' : rest.slice(slash);
  const at = authority.lastIndexOf('@');
  const user = at === -1 ? null : authority.slice(0, at);
  if (user?.includes(':') === true) return fail('password-inside');
  // A token in the place of the name works too, and is as secret as a password.
  if (scheme === 'https' && user !== null && TOKEN.test(user)) return fail('password-inside');
  const end = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(authority.slice(at + 1));
  if (end === null) return fail('bad-host');
  const port = end[2] === undefined || end[2] === '' ? null : parsePort(end[2]);
  if (port === undefined) return fail('bad-port');
  const parts = checkParts(end[1] ?? '', user, path);
  if (!parts.ok) return parts;
  const { host, shownHost } = parts.value;
  if (isLoopback && (host !== '127.0.0.1' || port === null || user !== null)) return fail('unknown-scheme');
  const login = user === null ? '' : `${user}@`;
  return ok({
    text: `${scheme}://${login}${shownHost}${port === null ? '' : `:${port}`}${path}`,
    protocol: isLoopback ? 'loopback' : scheme === 'ssh' ? 'ssh' : 'https',
    host,
    port,
    user,
    path,
  });
}

/** `user@host:path`, as forges show it. The user is required, so that `C:path` and `ext:` are never read as hosts. */
function parseScpLike(text: string): Result<RemoteAddress, AddressProblem> {
  const match = /^([^@]*)@(\[[^\]]*\]|[^:/@]*):(.*)$/.exec(text);
  if (match === null) return fail('not-an-address');
  const [, user = '', shown = '', path = ''] = match;
  if (user.includes(':')) return fail('password-inside');
  const parts = checkParts(shown, user, path);
  if (!parts.ok) return parts;
  return ok({
    text: `${user}@${parts.value.shownHost}:${path}`,
    protocol: 'ssh',
    host: parts.value.host,
    port: null,
    user,
    path,
  });
}

function checkParts(
  shown: string,
  user: string | null,
  path: string,
): Result<{ readonly host: string; readonly shownHost: string }, AddressProblem> {
  if (user !== null && !USER.test(user)) return fail('bad-user');
  const isBracketed = shown.startsWith('[');
  const host = (isBracketed ? shown.slice(1, -1) : shown).toLowerCase();
  if (!(isBracketed ? IPV6 : HOST_NAME).test(host)) return fail('bad-host');
  if (/^\/*$/.test(path)) return fail('no-path');
  if (path.startsWith('-') || path.startsWith('/-') || !PATH.test(path) || path.split('/').includes('..')) {
    return fail('bad-path');
  }
  return ok({ host, shownHost: isBracketed ? `[${host}]` : host });
}

/** Undefined when it is not the number of a port. */
function parsePort(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

/** What to tell the person about a refused address: what is wrong, and what to do. */
export function explainAddressProblem(problem: AddressProblem): string {
  return EXPLANATIONS[problem];
}

const FORMS = 'An address looks like ssh://git@example.org/team.git, git@example.org:team.git, or begins with https.';

const EXPLANATIONS: Readonly<Record<AddressProblem, string>> = {
  empty: `Enter the address of the team’s repository. ${FORMS}`,
  'too-long': 'This address is too long. Copy it again from the page of the repository.',
  'control-character':
    'This address contains an invisible character or a line break. Copy it again from the page of the repository.',
  'starts-with-dash': 'An address cannot begin with a dash. Copy it again from the page of the repository.',
  'local-path':
    'This is the path of a folder or a share, not the address of a server. A repository there cannot be used: programs stored in it would run on this computer. Choose “Shared folder” instead: Once then exchanges bundle files there, which are only read.',
  incomplete: `The beginning of this address or its colon is missing. ${FORMS} For a folder, choose “Shared folder” instead.`,
  'remote-helper':
    'This address would start a program on this computer, so it is refused. Ask for the ssh or https address of the repository.',
  'plain-http': 'This address is not encrypted. Use the same address with https at the beginning, or an ssh address.',
  'unknown-scheme': `Once connects by ssh and https only. ${FORMS}`,
  'password-inside':
    'This address contains a password or a token, which would be stored in the settings. Remove it from the address: your system’s credential helper keeps passwords.',
  'bad-user': 'The name before the @ contains characters that are not allowed there. For most servers it is “git”.',
  'bad-host': 'The name of the server is not valid. Copy the address again from the page of the repository.',
  'bad-port': 'The port is the number after the server’s name, from 1 to 65535.',
  'no-path': 'The address names a server, but no repository on it. Add the path, such as /team/coes.git.',
  'bad-path':
    'The path of the repository contains characters that are not allowed, or “..”. Copy the address again from the page of the repository.',
  'not-an-address': `This is not the address of a repository. ${FORMS}`,
};
