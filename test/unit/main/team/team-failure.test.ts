import { expect, it } from 'vitest';

import { DISK_ERROR_REASONS } from '#ipc/app-error.ts';
import { problemOf, type TeamFailure } from '#main/team/team-failure.ts';

const LIBRARY_FAILURES = [
  ...DISK_ERROR_REASONS.map((reason) => ({ kind: 'disk', code: 'E', reason }) as const),
  { kind: 'library-missing' } as const,
].map((error): TeamFailure => ({ kind: 'library', error }));

const FAILURES: readonly TeamFailure[] = [
  ...LIBRARY_FAILURES,
  { kind: 'shared-folder-gone' },
  { kind: 'shared-folder-incomplete' },
  { kind: 'shared-folder-read-only' },
  { kind: 'remote-empty' },
  { kind: 'not-a-team-library' },
  { kind: 'another-team-library' },
  { kind: 'connection-refused' },
  { kind: 'bundle-unusable', reason: 'damaged' },
];

it.each(FAILURES)('$kind promises nothing while a place is only tried', (failure) => {
  const { what, todo } = problemOf(failure, 'linux', '/data/team', 'try');
  for (const sentences of [what, todo]) expect(sentences).toMatch(/^[A-Z].*[.]$/);
  expect(`${what} ${todo}`).not.toMatch(/will be shared|Your changes|Once (?:tries|reads)/);
});

it('a shared folder that is gone is tried again by itself once it is connected', () => {
  const { what, todo } = problemOf({ kind: 'shared-folder-gone' }, 'linux', '/data/team');
  expect(what).toContain('will be shared later');
  expect(todo).toContain('Once tries again by itself');
});

it.each(LIBRARY_FAILURES)(
  'a library that cannot be written ($error) is said so in sentences, and tried again',
  (failure) => {
    const { what, todo } = problemOf(failure, 'linux', '/data/team');
    expect(what).toMatch(
      /^[A-Z].* (?:library|computer)\b.*[.] Your saved COEs are safe, and so is everything that was shared[.]$/,
    );
    expect(todo).toMatch(/^[A-Z].*[.] Once tries again by itself[.]$/);
  },
);
