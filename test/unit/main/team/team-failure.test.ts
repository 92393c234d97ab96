import { expect, it } from 'vitest';

import { problemOf, type TeamFailure } from '#main/team/team-failure.ts';

const FAILURES: readonly TeamFailure[] = [
  { kind: 'library', error: { kind: 'disk', code: 'EIO', reason: 'input-output' } },
  { kind: 'shared-folder-gone' },
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
