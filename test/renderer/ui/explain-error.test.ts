import { expect, it } from 'vitest';

import { SHARE_FAULTS, type ShareFault } from '#domain/sharing/share-fault.ts';
import { upperFirst } from '#domain/text/format.ts';

import { type AppError, DISK_ERROR_REASONS } from '#ipc/app-error.ts';
import { explainError } from '#renderer/ui/explain-error.ts';

const FAULTS = Object.keys(SHARE_FAULTS) as ShareFault[];

const ERRORS: AppError[] = [
  ...FAULTS.map((fault): AppError => ({ kind: 'sharing', fault })),
  { kind: 'library-missing' },
  { kind: 'library-read-only' },
  { kind: 'library-loading' },
  { kind: 'library-switched' },
  { kind: 'not-found' },
  { kind: 'unreadable', fault: { reason: 'empty' } },
  { kind: 'changed-outside', current: null },
  { kind: 'exists-already' },
  { kind: 'link-refused' },
  { kind: 'cancelled' },
  { kind: 'invalid-request', detail: 'title' },
  { kind: 'unexpected', reference: 'a1b2' },
  { kind: 'unexpected', reference: null },
  ...DISK_ERROR_REASONS.map((reason): AppError => ({ kind: 'disk', reason, code: 'EIO' })),
];

it.each(ERRORS)('explains $kind $reason in words that can follow a colon, and says what is safe', (error) => {
  const { title, safe, next } = explainError(error);
  expect(title).toMatch(/^([a-z]|Once\b)/);
  expect(title).not.toMatch(/[.!]$/);
  expect(safe).toMatch(/^[A-Z].*\.$/);
  expect(next === '' || /^[A-Z].*\.$/.test(next)).toBe(true);
  expect(upperFirst(title)).toMatch(/^[A-Z]/);
});

it('names a reference only when the log has one', () => {
  expect(explainError({ kind: 'unexpected', reference: 'a1b2' }).next).toContain('log lists this error as a1b2');
  expect(explainError({ kind: 'unexpected', reference: null }).next).not.toContain('log');
});

it('a wrong passphrase points to Caps Lock and the keyboard layout', () => {
  const { next } = explainError({ kind: 'vault', reason: 'wrong-passphrase' });
  expect(next).toContain('Check Caps Lock and the keyboard layout');
});
