import type { AudienceId } from '#domain/coe/audience.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { copyBody, type CopyChoice } from '#domain/sharing/copy-body.ts';
import type { CopyBody } from '#domain/sharing/share-file.ts';
import { generateSharingIdentity } from '#main/sharing/identity.ts';

/** A choice that keeps names and hides ids in a way that a test can read. */
export const someChoice = (changes: Partial<CopyChoice> = {}, audience: AudienceId = 'coaching'): CopyChoice => ({
  audience,
  on: '2026-06-01',
  times: 'day',
  names: [],
  asks: '',
  notForRatings: true,
  deleteAfter: null,
  thread: [],
  patterns: [],
  attachments: new Map(),
  hideId: (id) => `h-${id.toLowerCase()}`,
  ...changes,
});

export const someBody = (coe: Coe, changes: Partial<CopyChoice> = {}): CopyBody => copyBody(coe, someChoice(changes));

export const [WRITER, COACH, STRANGER] = ['Mia Writer', 'Cleo Coach', 'Sam Stranger'].map(generateSharingIdentity) as [
  ReturnType<typeof generateSharingIdentity>,
  ReturnType<typeof generateSharingIdentity>,
  ReturnType<typeof generateSharingIdentity>,
];

export const SHARE = '0123456789abcdef0123456789abcdef';
