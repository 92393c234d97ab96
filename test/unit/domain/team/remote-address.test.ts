import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type AddressProblem, explainAddressProblem, parseRemoteAddress } from '#domain/team/remote-address.ts';

const parse = (text: string): ReturnType<typeof parseRemoteAddress> =>
  parseRemoteAddress(text, { allowLoopback: false });

describe('an address', () => {
  it.each([
    ['ssh://git@example.org/team/coes.git', 'ssh', 'example.org', null, 'git'],
    ['ssh://git@Example.org:2222/~ada/coes.git', 'ssh', 'example.org', 2222, 'git'],
    ['ssh://[fe80::1]:22/coes.git', 'ssh', 'fe80::1', 22, null],
    ['git@example.org:team/coes.git', 'ssh', 'example.org', null, 'git'],
    ['  ada.b@host_1.internal:/srv/coes.git\n', 'ssh', 'host_1.internal', null, 'ada.b'],
    ['https://example.org/team/coes.git', 'https', 'example.org', null, null],
    ['HTTPS://ada@example.org:8443/coes', 'https', 'example.org', 8443, 'ada'],
    ['https://dev.example.org/Team%20A/_git/coes', 'https', 'dev.example.org', null, null],
  ] as const)('%s is accepted', (text, protocol, host, port, user) => {
    expect(parse(text)).toMatchObject({ ok: true, value: { protocol, host, port, user } });
  });

  it.each<[string, AddressProblem]>([
    ['', 'empty'],
    [`ssh://git@example.org/${'x'.repeat(1_000)}`, 'too-long'],
    ['git@example.org:a\u0000b', 'control-character'],
    ['git@example.org:a\nb', 'control-character'],
    ['--upload-pack=touch x', 'starts-with-dash'],
    ['ext::sh -c touch% x', 'remote-helper'],
    ['fd::17', 'remote-helper'],
    ['/srv/team.git', 'local-path'],
    ['./team.git', 'local-path'],
    ['~/team.git', 'local-path'],
    ['team.git', 'incomplete'],
    ['example.org/team/coes.git', 'incomplete'],
    ['git@example.org/team/coes.git', 'incomplete'],
    [String.raw`\\server\share\team.git`, 'local-path'],
    ['//server/share/team.git', 'local-path'],
    [String.raw`C:\team.git`, 'local-path'],
    ['c:/team.git', 'local-path'],
    ['file:///srv/team.git', 'local-path'],
    ['FILE:/srv/team.git', 'local-path'],
    ['http://example.org/team.git', 'plain-http'],
    ['git://example.org/team.git', 'unknown-scheme'],
    ['git://127.0.0.1:9418/team.git', 'unknown-scheme'],
    ['ftp://example.org/team.git', 'unknown-scheme'],
    ['ssh+git://example.org/team.git', 'unknown-scheme'],
    ['https://ada:secret@example.org/team.git', 'password-inside'],
    ['https://ghp_0123456789@example.org/team.git', 'password-inside'],
    ['https://0123456789abcdef0123@example.org/team.git', 'password-inside'],
    ['ssh://ada:secret@example.org/team.git', 'password-inside'],
    ['ada:secret@example.org:team.git', 'password-inside'],
    ['ssh://-oProxyCommand=x@example.org/a', 'bad-user'],
    ['ssh://-oProxyCommand=x/a', 'bad-host'],
    ['git@-oProxyCommand=x:a', 'bad-host'],
    ['ssh://exa mple.org/a', 'bad-host'],
    ['ssh://example.org:0/a', 'bad-port'],
    ['ssh://example.org:65536/a', 'bad-port'],
    ['ssh://example.org:-1/a', 'bad-port'],
    ['https://example.org', 'no-path'],
    ['https://example.org/', 'no-path'],
    ['git@example.org:', 'no-path'],
    ['git@example.org:-a', 'bad-path'],
    ['ssh://git@example.org/-a', 'bad-path'],
    ['https://example.org/../a', 'bad-path'],
    ['https://example.org/a?b', 'bad-path'],
    ['https://example.org/a#b', 'bad-path'],
    ['git@example.org:$(touch x)', 'bad-path'],
    ["git@example.org:a'b", 'bad-path'],
    ['example.org:team.git', 'not-an-address'],
  ])('%j is refused as %s', (text, problem) => {
    expect(parse(text)).toEqual({ ok: false, error: problem });
    expect(explainAddressProblem(problem)).toMatch(/\.$/);
  });

  it('of the loopback is for tests alone', () => {
    const loopback = { allowLoopback: true };
    expect(parseRemoteAddress('git://127.0.0.1:9418/team.git', loopback)).toMatchObject({ ok: true });
    for (const text of ['git://127.0.0.1/a', 'git://x@127.0.0.1:1/a', 'git://127.0.0.2:1/a', 'git://localhost:1/a']) {
      expect(parseRemoteAddress(text, loopback)).toEqual({ ok: false, error: 'unknown-scheme' });
    }
  });

  it('without its beginning or its colon says what is missing, and not that it is a folder', () => {
    expect(explainAddressProblem('incomplete')).toMatch(
      /beginning of this address or its colon is missing.*git@example\.org:team\.git.*Shared folder/,
    );
  });

  it('on a share is refused with the reason, and with what to use instead', () => {
    expect(explainAddressProblem('local-path')).toMatch(
      /programs stored in it would run on this computer.*Shared folder/,
    );
  });
});

/** Pieces that mean something to git, ssh or a shell, in any order. */
const PIECES = `ssh:// https:// git@ -o -- ext:: file: :: : / // \\ .. @ [ ] % $(x) ; | ' " ~ . é ? 22 example.org team.git`;
const piece = fc.constantFrom(...PIECES.split(' '), ' ', '`', '\n', '\t', '\0', '\r');
const hostile = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.tuple(fc.constantFrom('ssh://', 'https://', 'git@'), fc.string()).map((parts) => parts.join('')),
);

it('nothing in an accepted address is an option, a path, a helper or more than one word', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const address = parse(text);
      if (!address.ok) return;
      const { text: given, host, user, path } = address.value;
      expect(given).toMatch(/^(?:(?:ssh|https):\/\/|[a-z0-9_][\w.+-]*@)[\x21-\x7e]+$/i);
      expect(given.replace(/\[.*?\]/, '')).not.toMatch(/["'`$;|<>&\\(){}\s]|::/);
      for (const part of [given, host, user ?? 'x', path]) expect(part).not.toMatch(/^-/);
      expect(path.split('/')).not.toContain('..');
      expect(parse(given)).toEqual(address);
    }),
    { numRuns: 10_000 },
  );
});
