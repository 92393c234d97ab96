import { z } from 'zod';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { coeIdSchema } from '#domain/ids.ts';

import { baseSchema, libraryHandleSchema, recoveredIdSchema } from './ids.ts';

/** Writing that was not on disk when Once ended. `id` is opaque to the page. */
export type RecoveredWriting = {
  id: string;
  coeId: string;
  title: string;
  /** When this writing began, and when it was last kept; ISO 8601 in UTC. */
  from: string;
  until: string;
};

/** Such writing in full: what was written, and what it was written from, where that is known. */
export type RecoveredCoe = { coe: Coe; base: Coe | null; isInLibrary: boolean };

/** What main lets through on the channels of the journal. */
export const JOURNAL_REQUESTS = {
  /** Keeps what is not saved yet. `base` is the revision it was made from; `since` is when the first unsaved change was made. */
  'journal:write': z.strictObject({
    library: libraryHandleSchema,
    coe: coeSchema,
    base: baseSchema,
    since: z.iso.datetime(),
  }),
  /** Nothing is unsaved any more. */
  'journal:clear': z.strictObject({ library: libraryHandleSchema, coeId: coeIdSchema }),
  /** What an earlier page or an earlier start left behind. Asked once by each page, before anything is written. */
  'journal:recovered': z.strictObject({}),
  'journal:read': z.strictObject({ id: recoveredIdSchema }),
  /** Puts it away. It can be had back for a month. */
  'journal:discard': z.strictObject({ id: recoveredIdSchema }),
  'journal:undo-discard': z.strictObject({ id: recoveredIdSchema }),
} as const;

/** What they answer. */
export type JournalAnswers = {
  'journal:write': null;
  'journal:clear': null;
  'journal:recovered': RecoveredWriting[];
  'journal:read': RecoveredCoe;
  'journal:discard': null;
  'journal:undo-discard': null;
};
