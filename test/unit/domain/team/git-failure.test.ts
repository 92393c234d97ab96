import { expect, it } from 'vitest';

import { explainGitFailure, type GitFailure } from '#domain/team/git-failure.ts';
import { parseGitVersion, refuseGitVersion } from '#domain/team/git-version.ts';

const host = 'example.org';
const FAILURES: readonly GitFailure[] = [
  { kind: 'git-missing' },
  { kind: 'git-too-old', version: '2.30.2' },
  { kind: 'ssh-missing' },
  { kind: 'unknown-host', host },
  { kind: 'host-key-changed', host },
  { kind: 'key-locked', keyFile: '/home/ada/.ssh/id' },
  { kind: 'key-refused' },
  { kind: 'not-allowed-to-write' },
  { kind: 'no-repository' },
  { kind: 'host-not-found', host },
  { kind: 'host-not-found', host: null },
  { kind: 'connection-refused' },
  { kind: 'no-network' },
  { kind: 'timeout' },
  { kind: 'not-a-git-server' },
  { kind: 'redirected' },
  { kind: 'certificate' },
  { kind: 'proxy' },
  { kind: 'credentials-needed' },
  { kind: 'push-race' },
  { kind: 'push-protected', reason: 'protected branch hook declined' },
  { kind: 'disk-full' },
  { kind: 'fsck-refused', reason: 'hasDotgit' },
  { kind: 'repository-broken' },
  { kind: 'bundle-unusable', reason: 'damaged' },
  { kind: 'too-large', limitBytes: 1 },
  { kind: 'ref-moved' },
  { kind: 'cancelled' },
  { kind: 'unexpected', code: 1, detail: 'x' },
];

it.each(FAILURES)('$kind says what happened, what is safe and what to do', (failure) => {
  for (const system of ['linux', 'mac', 'windows'] as const) {
    const { title, safe, todo } = explainGitFailure(failure, system);
    for (const sentence of [title, safe, todo]) expect(sentence).toMatch(/^[A-Z“].*[.]$/);
    expect(`${title}${safe}${todo}`).not.toMatch(/commit|push|fetch failed|!|undefined/i);
  }
});

it.each(FAILURES)('$kind promises nothing while an address is only tried', (failure) => {
  const { safe, todo } = explainGitFailure(failure, 'linux', 'try');
  for (const sentence of [safe, todo]) expect(sentence).toMatch(/^[A-Z“].*[.]$/);
  expect(safe).not.toMatch(/will be shared|Your changes/);
  expect(todo).not.toMatch(/Once (?:tries|reads|combines)/);
  expect(todo).not.toMatch(/: (?!Once\b)[A-Z]/);
});

it('says that nothing was sent when a protected branch refuses a try', () => {
  const refused = { kind: 'push-protected', reason: 'protected branch hook declined' } as const;
  const { safe, todo } = explainGitFailure(refused, 'linux', 'try');
  expect(safe).toBe('Nothing was sent. Nothing on this computer was changed.');
  expect(todo).not.toContain('Your changes');
});

it('a locked key comes with the line that unlocks it, quoted for the system’s shell', () => {
  const line = (keyFile: string, system: 'linux' | 'windows'): string | null =>
    explainGitFailure({ kind: 'key-locked', keyFile }, system).command;
  expect(line('/home/ada/.ssh/id_ed25519', 'linux')).toBe('ssh-add /home/ada/.ssh/id_ed25519');
  expect(line("/home/a b/it's", 'linux')).toBe(String.raw`ssh-add '/home/a b/it'\''s'`);
  expect(line(String.raw`C:\Users\A B\.ssh\id`, 'windows')).toBe(String.raw`ssh-add "C:\Users\A B\.ssh\id"`);
});

it('a refused connection asks for the port of an address only while that is tried', () => {
  const todo = (during: 'exchange' | 'try') => explainGitFailure({ kind: 'connection-refused' }, 'linux', during).todo;
  expect(todo('try')).toContain('Check the port in the address.');
  expect(todo('exchange')).not.toContain('port');
  expect(todo('exchange')).toContain('Once tries again by itself.');
});

it.each([
  ['git version 2.39.5', true],
  ['git version 2.39.5 (Apple Git-154)', true],
  ['git version 2.45.1.windows.1', true],
  ['git version 2.47.0', true],
  ['git version 3.0.0', true],
  ['git version 2.43.4', true],
  ['git version 2.39.3', false],
  ['git version 2.40.1', false],
  ['git version 2.43.0', false],
  ['git version 2.45.0', false],
  ['git version 2.34.1', false],
  ['git version 1.9', false],
])('%s is used: %s', (output, isUsed) => {
  const version = parseGitVersion(output);
  if (version === null) throw new Error('not read');
  expect(refuseGitVersion(version) === null).toBe(isUsed);
});

it('what is no version of git is not read as one', () => {
  for (const output of ['', 'xcode-select: note: No developer tools were found', 'git 2', 'hub version 2.39.5']) {
    expect(parseGitVersion(output)).toBeNull();
  }
});
