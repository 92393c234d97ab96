import { expect, it } from 'vitest';

import type { DiskErrorReason } from '#ipc/app-error.ts';
import { explainLibraryProblem } from '#main/team/explain-library-problem.ts';

const REASONS = {
  full: true,
  quota: true,
  'not-permitted': true,
  'read-only': true,
  'too-many-open': true,
  'name-too-long': true,
  'input-output': true,
  gone: true,
  other: true,
} satisfies Record<DiskErrorReason, true>;

it.each(Object.keys(REASONS) as DiskErrorReason[])('what happened can follow other words: %s', (reason) => {
  const { what, todo } = explainLibraryProblem({ kind: 'disk', reason, code: 'EIO' }, 'Payments');
  expect(what).toMatch(/^(?:The|This|Your) .*[.]$/);
  expect(todo).toMatch(/^[A-Z].*[.]$/);
});
