import { z } from 'zod';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { coeIdSchema } from '#domain/ids.ts';

import { baseSchema, libraryHandleSchema, recoveredIdSchema } from './ids.ts';

/** Unsaved changes from an earlier page or start. `id` is opaque to the page. */
export type RecoveredWriting = {
  id: string;
  coeId: string;
  title: string;
  /** When the first unsaved change was made, and when the changes were last stored; ISO 8601 in UTC. */
  from: string;
  until: string;
};

/** Unsaved changes in full. `base` is the version they were based on; null when it is unknown. */
export type RecoveredCoe = { coe: Coe; base: Coe | null; isInLibrary: boolean };

/** The request schemas of the journal channels. */
export const JOURNAL_REQUESTS = {
  /**
   * Stores unsaved changes. `base` is the revision they are based on; `since` is the time of the first unsaved change.
   */
  'journal:write': z.strictObject({
    library: libraryHandleSchema,
    coe: coeSchema,
    base: baseSchema,
    since: z.iso.datetime(),
  }),
  /** Removes the unsaved changes of a COE after they were saved. */
  'journal:clear': z.strictObject({ library: libraryHandleSchema, coeId: coeIdSchema }),
  /** Lists the unsaved changes of earlier pages and starts. Each page sends this once, before it stores any. */
  'journal:recovered': z.strictObject({}),
  'journal:read': z.strictObject({ id: recoveredIdSchema }),
  /** Discards unsaved changes. They can be restored for a month. */
  'journal:discard': z.strictObject({ id: recoveredIdSchema }),
  'journal:undo-discard': z.strictObject({ id: recoveredIdSchema }),
} as const;

/** The successful results of the journal channels. */
export type JournalAnswers = {
  'journal:write': null;
  'journal:clear': null;
  'journal:recovered': RecoveredWriting[];
  'journal:read': RecoveredCoe;
  'journal:discard': null;
  'journal:undo-discard': null;
};
